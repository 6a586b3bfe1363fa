using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>A coordinator takes an assignment back. What was handed in stays.</summary>
public sealed record CancelAssignment(Guid AssignmentId);

internal sealed class CancelAssignmentHandler(EvaluationDb db, ICurrentUser user) : ICommandHandler<CancelAssignment>
{
    public async Task<Result> Handle(CancelAssignment command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.Assign)) return Result.Forbidden();
        var found = await db.Cases.Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Assignments.Any(a => a.Id == command.AssignmentId), cancel);
        if (found is null) return Result.NotFound();
        var assignment = found.Assignments.Single(a => a.Id == command.AssignmentId);
        if (!assignment.IsOpen) return Result.Refused("evaluation.assignment-closed");

        assignment.Cancel();
        found.Reckon();
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
