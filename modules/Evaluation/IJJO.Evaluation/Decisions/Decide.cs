using IJJO.Evaluation.Assignments;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Decisions;

/// <summary>A case is decided: at once, or kept pending to be applied with others. Produces the decision's id.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Outcome"><c>action-offered</c>, <c>roster</c>, <c>referred</c> or <c>declined</c>.</param>
/// <param name="Reason">The reasons as the party will read them.</param>
/// <param name="Action">What is offered, an id of the vocabulary <c>action</c>; needed with <c>action-offered</c>.</param>
/// <param name="GroupId">Which working group; needed with <c>join-working-group</c>.</param>
/// <param name="Pending">Keep it for later.</param>
public sealed record Decide(Guid CaseId, string Outcome, string Reason, string? Action = null, Guid? GroupId = null, bool Pending = false);

internal sealed class DecideHandler(EvaluationDb db, ICurrentUser user, IStaffDirectory staff, Conflicts conflicts, DecisionRules rules, TimeProvider clock)
    : ICommandHandler<Decide>
{
    public async Task<Result> Handle(Decide command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.Decide)) return Result.Forbidden();
        var found = await db.Cases.Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == command.CaseId, cancel);
        if (found is null) return Result.NotFound();
        if (!found.IsOpen) return Result.Refused("evaluation.case-closed", found.Reference);
        var (errors, group) = await rules.CheckAsync(command, cancel);
        if (errors.Count > 0) return Result.Invalid(errors);
        if (user.StaffId is { } me && await staff.FindAsync(me, cancel) is { } decider && (await conflicts.OfCaseAsync(found, cancel))(decider) is { } conflict)
            return Result.Refused(conflict.Code, conflict.Arguments);

        var now = clock.GetUtcNow();
        var decision = await db.Decisions.FirstOrDefaultAsync(d => d.CaseId == found.Id && d.State == DecisionState.Pending, cancel);
        if (decision is null) db.Add(decision = Decision.For(found, now));
        decision.Write(command.Outcome, rules.ActionOf(command), group, found.Language, command.Reason.Trim(), user.Name, now);
        if (!command.Pending) db.Publish(decision.Apply(found, now));
        await db.SaveChangesAsync(cancel);
        return Result.Ok(decision.Id);
    }
}
