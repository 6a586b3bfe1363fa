using IJJO.Platform;

namespace IJJO.Evaluation.Decisions;

/// <summary>A pending decision is thrown away; the case waits for another one.</summary>
public sealed record DropDecision(Guid DecisionId);

internal sealed class DropDecisionHandler(EvaluationDb db, ICurrentUser user) : ICommandHandler<DropDecision>
{
    public async Task<Result> Handle(DropDecision command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.Decide)) return Result.Forbidden();
        if (await db.Decisions.FindAsync([command.DecisionId], cancel) is not { } decision) return Result.NotFound();
        if (decision.State != DecisionState.Pending) return Result.Refused("evaluation.not-pending", decision.Reference);

        db.Remove(decision);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
