using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Rubrics;

/// <summary>A criterion is changed. Assessments already made keep the rubric as it was.</summary>
public sealed record EditCriterion(
    Guid Id, [AllowedValues(Rubrics.Subject.Proposal, Rubrics.Subject.Profile)] string Subject, bool IsFlag, int Weight, int Order, string LabelEn, string LabelEs, string LabelFr, string? HintEn = null, string? HintEs = null,
    string? HintFr = null, string? StepsEn = null, string? StepsEs = null, string? StepsFr = null, uint? Version = null);

internal sealed class EditCriterionHandler(EvaluationDb db, PublishRubric publish, ICurrentUser user) : ICommandHandler<EditCriterion>
{
    public async Task<Result> Handle(EditCriterion command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.EditRubrics)) return Result.Forbidden();
        if (await db.Criteria.FindAsync([command.Id], cancel) is not { } criterion) return Result.NotFound();
        var content = CriterionContent.Of(command);
        if (content.Errors() is { Count: > 0 } errors) return Result.Invalid(errors);

        db.Expect(criterion, command.Version);
        content.CopyTo(criterion);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await publish.OfLineAsync(criterion.LineOfWork, cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok(criterion.Id);
    }
}
