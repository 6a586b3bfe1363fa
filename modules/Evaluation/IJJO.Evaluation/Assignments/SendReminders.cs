using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>
/// Two days before the due date, the day after it, and a week after it, when the coordinators hear of it too. Only assignments that are still open are
/// looked at, so reminders stop by themselves. How many have gone out is saved with the mails, so that a second run repeats nothing.
/// </summary>
internal sealed class SendReminders(EvaluationDb db, IStaffDirectory staff, EvaluatorMails mails, TimeProvider clock) : IJob
{
    private static readonly TimeSpan[] AfterDue = [TimeSpan.FromDays(-2), TimeSpan.FromHours(1), TimeSpan.FromDays(7)];

    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var soon = now - AfterDue[0];
        var open = await db.Cases.Include(c => c.Assignments)
            .Where(c => c.Assignments.Any(a => a.State == AssignmentState.Open && a.DueAt <= soon && a.RemindersSent < AfterDue.Length))
            .ToListAsync(cancel);
        foreach (var found in open)
        {
            foreach (var assignment in found.Assignments.Where(a => a.IsOpen)) await RemindAsync(found, assignment, now, cancel);
            await db.SaveChangesAsync(cancel);
        }
    }

    /// <summary>How many reminders should have gone out by now.</summary>
    internal static int Wanted(DateTimeOffset dueAt, DateTimeOffset now) => AfterDue.Count(after => now >= dueAt + after);

    private async Task RemindAsync(Case found, Assignment assignment, DateTimeOffset now, CancellationToken cancel)
    {
        var wanted = Wanted(assignment.DueAt, now);
        if (wanted <= assignment.RemindersSent) return;
        // A host that was away sends the latest one, not all that it missed.
        assignment.RemindersSent = wanted;
        if (await staff.FindAsync(assignment.EvaluatorId, cancel) is { } evaluator) mails.Reminder(db, evaluator, found, assignment, now > assignment.DueAt);
        if (wanted < AfterDue.Length) return;
        foreach (var coordinator in await staff.WithPermissionAsync(EvaluationPermissions.Assign, cancel)) mails.Escalation(db, coordinator, found, assignment);
    }
}
