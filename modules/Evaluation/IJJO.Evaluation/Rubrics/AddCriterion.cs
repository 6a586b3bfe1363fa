using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Rubrics;

/// <summary>A line of work is judged by one more criterion. Produces its id.</summary>
public sealed record AddCriterion(
    string LineOfWork, string Code, [AllowedValues(Rubrics.Subject.Proposal, Rubrics.Subject.Profile)] string Subject, bool IsFlag, int Weight, int Order, string LabelEn, string LabelEs, string LabelFr, string? HintEn = null,
    string? HintEs = null, string? HintFr = null, string? StepsEn = null, string? StepsEs = null, string? StepsFr = null);

internal sealed partial class AddCriterionHandler(EvaluationDb db, PublishRubric publish, IVocabularies vocabularies, ICurrentUser user) : ICommandHandler<AddCriterion>
{
    public async Task<Result> Handle(AddCriterion command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.EditRubrics)) return Result.Forbidden();
        var content = CriterionContent.Of(command);
        var errors = content.Errors();
        if (vocabularies.Find(Vocabulary.LineOfWork, command.LineOfWork) is null) errors.Add(new(nameof(command.LineOfWork), FieldErrors.Choice));
        if (!Kebab().IsMatch(command.Code)) errors.Add(new(nameof(command.Code), FieldErrors.Format));
        if (errors.Count > 0) return Result.Invalid(errors);
        if (await db.Criteria.AnyAsync(c => c.LineOfWork == command.LineOfWork && c.Code == command.Code, cancel))
            return Result.Invalid(new FieldError(nameof(command.Code), "evaluation.code-taken", command.Code));

        var criterion = new Criterion { Id = Guid.CreateVersion7(), LineOfWork = command.LineOfWork, Code = command.Code, Subject = command.Subject };
        content.CopyTo(criterion);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(criterion);
        await db.SaveChangesAsync(cancel);
        await publish.OfLineAsync(criterion.LineOfWork, cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok(criterion.Id);
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex Kebab();
}
