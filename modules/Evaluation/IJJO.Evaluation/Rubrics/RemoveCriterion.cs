using IJJO.Platform;

namespace IJJO.Evaluation.Rubrics;

/// <summary>A criterion is asked no longer. Assessments already made keep it.</summary>
public sealed record RemoveCriterion(Guid Id, uint? Version = null);

internal sealed class RemoveCriterionHandler(EvaluationDb db, PublishRubric publish, ICurrentUser user) : ICommandHandler<RemoveCriterion>
{
    public async Task<Result> Handle(RemoveCriterion command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.EditRubrics)) return Result.Forbidden();
        if (await db.Criteria.FindAsync([command.Id], cancel) is not { } criterion) return Result.NotFound();

        db.Expect(criterion, command.Version);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Remove(criterion);
        await db.SaveChangesAsync(cancel);
        await publish.OfLineAsync(criterion.LineOfWork, cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok();
    }
}
