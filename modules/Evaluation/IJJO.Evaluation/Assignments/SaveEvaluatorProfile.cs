using IJJO.Platform;

namespace IJJO.Evaluation.Assignments;

/// <summary>An evaluator says what they know and whom they work for.</summary>
public sealed record SaveEvaluatorProfile(IReadOnlyList<string> LinesOfWork, IReadOnlyList<string> Themes, string? Affiliation);

internal sealed class SaveEvaluatorProfileHandler(EvaluationDb db, ICurrentUser user, IVocabularies vocabularies) : ICommandHandler<SaveEvaluatorProfile>
{
    private const int AffiliationLimit = 200;

    public async Task<Result> Handle(SaveEvaluatorProfile command, CancellationToken cancel)
    {
        if (user.StaffId is not { } me || !user.Has(EvaluationPermissions.Assess)) return Result.Forbidden();
        if (command.Affiliation?.Length > AffiliationLimit)
            return Result.Invalid(new FieldError(nameof(command.Affiliation), FieldErrors.TooLong, AffiliationLimit));
        if (command.LinesOfWork.Any(id => vocabularies.Find(Vocabulary.LineOfWork, id) is null))
            return Result.Invalid(new FieldError(nameof(command.LinesOfWork), FieldErrors.Choice));
        if (command.Themes.Any(id => vocabularies.Find(Vocabulary.Theme, id) is null))
            return Result.Invalid(new FieldError(nameof(command.Themes), FieldErrors.Choice));

        var profile = await db.Evaluators.FindAsync([me], cancel);
        if (profile is null) db.Add(profile = new EvaluatorProfile { Id = me });
        profile.LinesOfWork = [.. command.LinesOfWork];
        profile.Themes = [.. command.Themes];
        profile.Affiliation = command.Affiliation;
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
