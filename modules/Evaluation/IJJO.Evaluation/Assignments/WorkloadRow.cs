using System.ComponentModel.DataAnnotations;
using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>All assignments, for coordinators: who has what, until when, and what was declined.</summary>
public sealed class WorkloadRow
{
    [Key] public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public string Reference { get; init; } = "";
    public string Evaluator { get; init; } = "";
    public string State { get; init; } = "";
    public DateTimeOffset AssignedAt { get; init; }
    public string AssignedBy { get; init; } = "";
    public DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public int RemindersSent { get; init; }
    public string? DeclineReason { get; init; }
    public string? SuggestedColleague { get; init; }

    internal static IQueryable<WorkloadRow> Query(EvaluationDb db, ICurrentUser user) =>
        from a in db.Assignments.AsNoTracking()
        join c in db.Cases on a.CaseId equals c.Id
        select new WorkloadRow
        {
            Id = a.Id, CaseId = a.CaseId, Reference = c.Reference, Evaluator = a.EvaluatorName, State = a.State, AssignedAt = a.AssignedAt,
            AssignedBy = a.AssignedBy, DueAt = a.DueAt, ClosedAt = a.ClosedAt, RemindersSent = a.RemindersSent, DeclineReason = a.DeclineReason,
            SuggestedColleague = a.SuggestedColleague,
        };

    internal static void Describe(Board<WorkloadRow> board) => board
        .Title(a => a.Reference, a => a.Evaluator)
        .Columns(a => a.Reference, a => a.Evaluator, a => a.State, a => a.DueAt, a => a.ClosedAt, a => a.RemindersSent)
        .Search(a => a.Reference, a => a.Evaluator, a => a.DeclineReason)
        .Filters(a => a.Evaluator, a => a.State, a => a.DueAt)
        .OrderBy("DueAt")
        .State(a => a.State)
        .LongText(a => a.DeclineReason)
        .Case(a => a.CaseId)
        .RelatedOne<CaseRow>("Case", "Cases", c => c.Id, a => a.CaseId)
        .RecordPage("/staff/evaluation/cases/{CaseId}")
        .View("open", $"State eq '{AssignmentState.Open}'")
        .View("overdue", $"State eq '{AssignmentState.Open}' and DueAt lt now()")
        .View("declined", $"State eq '{AssignmentState.Declined}'")
        .View("all")
        .Chart("by-evaluator", ChartKind.Bar, a => a.Evaluator, $"State eq '{AssignmentState.Open}'")
        .Chart("by-state", ChartKind.Donut, a => a.State)
        .Figure("open", $"State eq '{AssignmentState.Open}'")
        .Figure("overdue", $"State eq '{AssignmentState.Open}' and DueAt lt now()")
        .Action<CancelAssignment>("cancel", EvaluationPermissions.Assign, c => c.AssignmentId, $"State eq '{AssignmentState.Open}'", bulk: true);
}
