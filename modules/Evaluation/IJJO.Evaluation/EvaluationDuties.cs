using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Decisions;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.Evaluation;

/// <summary>What waits for a person: to score, to assign, to decide, to apply.</summary>
internal sealed class EvaluationDuties(EvaluationDb db, IStringLocalizer<Text> texts) : IDuties
{
    private const int Most = 50;

    // A sender should know within a month.
    private static readonly TimeSpan ToAssign = TimeSpan.FromDays(5), ToDecide = TimeSpan.FromDays(30), ToApply = TimeSpan.FromDays(2);

    public async Task<IReadOnlyList<Duty>> ForAsync(ICurrentUser user, CancellationToken cancel)
    {
        var duties = new List<Duty>();
        if (user.StaffId is { } me) duties.AddRange(await ToScoreAsync(me, cancel));
        if (user.Has(EvaluationPermissions.Decide)) duties.AddRange(await ToApplyAsync(cancel));
        if (user.Has(EvaluationPermissions.Decide)) duties.AddRange(await CasesAsync(CaseState.ToDecide, "duty.decide", ToDecide, cancel));
        if (user.Has(EvaluationPermissions.Assign)) duties.AddRange(await CasesAsync(CaseState.New, "duty.assign", ToAssign, cancel));
        return [.. duties.OrderBy(duty => duty.Due).Take(Most)];
    }

    private async Task<IEnumerable<Duty>> ToScoreAsync(Guid me, CancellationToken cancel)
    {
        var open = await (from a in db.Assignments
                          join c in db.Cases on a.CaseId equals c.Id
                          where a.EvaluatorId == me && a.State == AssignmentState.Open
                          orderby a.DueAt
                          select new { a.Id, a.DueAt, c.Reference }).Take(Most).ToListAsync(cancel);
        return open.Select(a => new Duty(a.Reference, texts["duty.score"], $"/staff/evaluation/score/{a.Id}", a.DueAt));
    }

    private async Task<IEnumerable<Duty>> ToApplyAsync(CancellationToken cancel)
    {
        var pending = await db.Decisions.Where(d => d.State == DecisionState.Pending).Select(d => d.DecidedAt).ToListAsync(cancel);
        return pending.Count == 0 ? [] : [new Duty(texts["duty.pending", pending.Count], texts["duty.apply"], "/staff/evaluation/pending", pending.Min() + ToApply)];
    }

    private async Task<IEnumerable<Duty>> CasesAsync(string state, string step, TimeSpan within, CancellationToken cancel)
    {
        var cases = await db.Cases.Where(c => c.State == state && !db.Decisions.Any(d => d.CaseId == c.Id && d.State == DecisionState.Pending))
            .OrderBy(c => c.SubmittedAt).Select(c => new { c.Id, c.Reference, c.SenderName, c.SubmittedAt }).Take(Most).ToListAsync(cancel);
        return cases.Select(c => new Duty($"{c.Reference} · {c.SenderName}", texts[step], $"/staff/evaluation/cases/{c.Id}", c.SubmittedAt + within));
    }
}
