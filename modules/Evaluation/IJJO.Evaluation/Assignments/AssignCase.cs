using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Contracts;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>A case is given to an evaluator. Refused where there is a conflict of interest. Produces the assignment's id.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="EvaluatorId">A member of staff who may evaluate.</param>
/// <param name="DueOn">The last day for the scores; two weeks from today when left out.</param>
/// <param name="LinesOfWork">What to score against; the case's own or the suggested lines when left out.</param>
public sealed record AssignCase(Guid CaseId, Guid EvaluatorId, DateOnly? DueOn = null, IReadOnlyList<string>? LinesOfWork = null);

internal sealed class AssignCaseHandler(
    EvaluationDb db, ICurrentUser user, IStaffDirectory staff, Conflicts conflicts, SuggestLines suggestions, EvaluatorMails mails, TimeProvider clock)
    : ICommandHandler<AssignCase>
{
    private const int DefaultDays = 14;

    public async Task<Result> Handle(AssignCase command, CancellationToken cancel)
    {
        if (!user.Has(EvaluationPermissions.Assign)) return Result.Forbidden();
        var found = await db.Cases.Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == command.CaseId, cancel);
        if (found is null) return Result.NotFound();
        if (!found.IsOpen) return Result.Refused("evaluation.case-closed", found.Reference);

        var now = clock.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var due = command.DueOn ?? today.AddDays(DefaultDays);
        if (due < today) return Result.Invalid(new FieldError(nameof(command.DueOn), "evaluation.due-in-past"));
        var evaluator = (await staff.WithPermissionAsync(EvaluationPermissions.Assess, cancel)).FirstOrDefault(s => s.Id == command.EvaluatorId);
        if (evaluator is null) return Result.Invalid(new FieldError(nameof(command.EvaluatorId), "evaluation.not-an-evaluator"));
        if (found.AssignmentOf(evaluator.Id) is not null) return Result.Refused("evaluation.already-assigned", evaluator.Name, found.Reference);
        if ((await conflicts.OfCaseAsync(found, cancel))(evaluator) is { } conflict) return Result.Refused(conflict.Code, conflict.Arguments);

        var lines = command.LinesOfWork is { Count: > 0 } ? command.LinesOfWork : await suggestions.DefaultAsync(found, cancel);
        // The whole day counts.
        var dueAt = new DateTimeOffset(due.ToDateTime(new TimeOnly(23, 59)), TimeSpan.Zero);
        var assignment = found.Assign(evaluator, lines, dueAt, user.Name, now);
        db.Add(assignment);
        db.Publish(new CaseAssigned(found.Id, found.PartyId, evaluator.Name, dueAt));
        mails.Assigned(db, evaluator, found, assignment);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(assignment.Id);
    }
}
