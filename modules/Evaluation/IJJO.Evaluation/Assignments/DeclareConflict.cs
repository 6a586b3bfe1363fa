using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>The evaluator has a conflict of interest: the assignment ends and the case is never assigned to them again.</summary>
public sealed record DeclareConflict(Guid AssignmentId, string Reason);

internal sealed class DeclareConflictHandler(EvaluationDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<DeclareConflict>
{
    public async Task<Result> Handle(DeclareConflict command, CancellationToken cancel)
    {
        var found = await OwnAssignment.FindAsync(db, user, command.AssignmentId, cancel);
        if (found is null) return Result.NotFound();
        var assignment = found.Assignments.Single(a => a.Id == command.AssignmentId);
        if (!assignment.IsOpen) return Result.Refused("evaluation.assignment-closed");
        if (OwnAssignment.ReasonError(command.Reason) is { } error) return Result.Invalid(error);

        var now = clock.GetUtcNow();
        if (!await db.Conflicts.AnyAsync(c => c.CaseId == found.Id && c.EvaluatorId == assignment.EvaluatorId, cancel))
        {
            db.Add(new ConflictOfInterest
            {
                Id = Guid.CreateVersion7(), CaseId = found.Id, EvaluatorId = assignment.EvaluatorId, EvaluatorName = assignment.EvaluatorName,
                Reason = command.Reason, DeclaredAt = now,
            });
        }
        assignment.Decline(command.Reason, null, now);
        found.Reckon();
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
