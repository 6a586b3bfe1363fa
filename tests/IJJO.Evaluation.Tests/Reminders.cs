using System.Text.Json;
using IJJO.Evaluation.Assignments;
using IJJO.Platform.Events;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Tests;

public sealed class Reminders(EvaluationHost evaluation)
{
    [Fact]
    public async Task A_late_evaluator_is_reminded_once_per_stage_and_never_after_scoring()
    {
        var late = await evaluation.ArriveAsync();
        var done = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(late.CaseId, evaluation.Anselme);
        await evaluation.AssignAsync(done.CaseId, evaluation.Anselme);
        await evaluation.ScoreAsync(done.CaseId, evaluation.Anselme, 3, "In time.");
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
        await evaluation.AskAsync(db => db.Assignments.Where(a => a.CaseId == late.CaseId || a.CaseId == done.CaseId)
            .ExecuteUpdateAsync(row => row.SetProperty(a => a.DueAt, yesterday)));

        await RunAsync();
        await RunAsync();

        Assert.Equal(["evaluation.assigned", "evaluation.overdue"], await MailsAsync(late.Reference));
        Assert.Equal(["evaluation.assigned"], await MailsAsync(done.Reference));
    }

    [Fact]
    public async Task A_week_later_the_coordinators_hear_of_it()
    {
        var late = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(late.CaseId, evaluation.Anselme);
        var longAgo = DateTimeOffset.UtcNow.AddDays(-8);
        await evaluation.AskAsync(db => db.Assignments.Where(a => a.CaseId == late.CaseId).ExecuteUpdateAsync(row => row.SetProperty(a => a.DueAt, longAgo)));

        await RunAsync();
        await RunAsync();

        Assert.Equal(["evaluation.assigned", "evaluation.escalation", "evaluation.overdue"], await MailsAsync(late.Reference));
    }

    private Task RunAsync() => evaluation.Host.InScopeAsync<SendReminders>(job => job.RunAsync(null, default));

    private async Task<IEnumerable<string>> MailsAsync(string reference)
    {
        var mails = await evaluation.AskAsync(db => db.Set<OutboxRow>()
            .Where(o => o.Name == "platform.mail-requested.v1").Select(o => o.Payload).ToListAsync());
        return mails.Where(payload => payload.Contains(reference)).Select(payload => JsonDocument.Parse(payload).RootElement.GetProperty("template").GetString()!).Order();
    }
}
