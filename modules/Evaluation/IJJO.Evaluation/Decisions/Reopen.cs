using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Contracts;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Decisions;

/// <summary>A decided case is taken up again, for example after an appeal. The former decision stays on record as revoked.</summary>
public sealed record Reopen(Guid CaseId, string Reason);

internal sealed class ReopenHandler(EvaluationDb db, ICurrentUser user) : ICommandHandler<Reopen>
{
    public async Task<Result> Handle(Reopen command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.Decide)) return Result.Forbidden();
        var found = await db.Cases.Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == command.CaseId, cancel);
        if (found is null) return Result.NotFound();
        if (found.State != CaseState.Decided) return Result.Refused("evaluation.not-decided", found.Reference);
        if (string.IsNullOrWhiteSpace(command.Reason)) return Result.Invalid(new FieldError(nameof(command.Reason), FieldErrors.Required));
        if (command.Reason.Length > DecisionRules.ReasonLimit)
            return Result.Invalid(new FieldError(nameof(command.Reason), FieldErrors.TooLong, DecisionRules.ReasonLimit));

        var decision = await db.Decisions.SingleAsync(d => d.CaseId == found.Id && d.State == DecisionState.Applied, cancel);
        decision.Revoke();
        found.Reopen();
        db.Publish(new CaseReopened(found.Id, found.PartyId, decision.Id, command.Reason.Trim(), user.Name));
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
