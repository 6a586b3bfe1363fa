using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>The evaluator cannot do it, says why, and may name a colleague who could.</summary>
public sealed record DeclineAssignment(Guid AssignmentId, string Reason, Guid? ColleagueId = null);

internal sealed class DeclineAssignmentHandler(EvaluationDb db, ICurrentUser user, IStaffDirectory staff, TimeProvider clock) : ICommandHandler<DeclineAssignment>
{
    public async Task<Result> Handle(DeclineAssignment command, CancellationToken cancel)
    {
        var found = await OwnAssignment.FindAsync(db, user, command.AssignmentId, cancel);
        if (found is null) return Result.NotFound();
        var assignment = found.Assignments.Single(a => a.Id == command.AssignmentId);
        if (!assignment.IsOpen) return Result.Refused("evaluation.assignment-closed");
        if (OwnAssignment.ReasonError(command.Reason) is { } error) return Result.Invalid(error);
        var colleague = command.ColleagueId is { } id ? await staff.FindAsync(id, cancel) : null;

        assignment.Decline(command.Reason, colleague, clock.GetUtcNow());
        found.Reckon();
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}

internal static class OwnAssignment
{
    private const int ReasonLimit = 1000;

    /// <summary>The case of an assignment that is this person's; other people's do not exist for them.</summary>
    public static Task<Case?> FindAsync(EvaluationDb db, ICurrentUser user, Guid assignmentId, CancellationToken cancel)
    {
        var me = user.StaffId ?? Guid.Empty;
        return db.Cases.Include(c => c.Assignments)
            .FirstOrDefaultAsync(c => c.Assignments.Any(a => a.Id == assignmentId && a.EvaluatorId == me), cancel);
    }

    public static FieldError? ReasonError(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new("Reason", FieldErrors.Required)
        : reason.Length > ReasonLimit ? new("Reason", FieldErrors.TooLong, ReasonLimit)
        : null;
}
