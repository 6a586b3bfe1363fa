using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Decisions;

/// <summary>A pending decision takes effect: the case is closed and the other modules hear of it.</summary>
public sealed record ApplyDecision(Guid DecisionId);

internal sealed class ApplyDecisionHandler(EvaluationDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<ApplyDecision>
{
    public async Task<Result> Handle(ApplyDecision command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.Decide)) return Result.Forbidden();
        if (await db.Decisions.FindAsync([command.DecisionId], cancel) is not { } decision) return Result.NotFound();
        if (decision.State != DecisionState.Pending) return Result.Refused("evaluation.not-pending", decision.Reference);
        var found = await db.Cases.Include(c => c.Assignments).SingleAsync(c => c.Id == decision.CaseId, cancel);
        if (!found.IsOpen) return Result.Refused("evaluation.case-closed", found.Reference);
        // Groups close while decisions wait.
        if (decision.GroupId is { } id && await db.Groups.FirstOrDefaultAsync(g => g.Id == id, cancel) is not { IsOpen: true })
            return Result.Refused("evaluation.group-closed", decision.Reference, decision.GroupTitle ?? "");

        db.Publish(decision.Apply(found, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
