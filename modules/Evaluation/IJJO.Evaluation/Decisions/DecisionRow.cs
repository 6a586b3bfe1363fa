using System.ComponentModel.DataAnnotations;
using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Decisions;

/// <summary>A decision, pending, applied or revoked.</summary>
public sealed class DecisionRow
{
    [Key] public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public string Reference { get; init; } = "";
    public string Sender { get; init; } = "";
    public string Country { get; init; } = "";
    public string Outcome { get; init; } = "";
    public string Action { get; init; } = "";
    public string? GroupTitle { get; init; }
    public string Reason { get; init; } = "";
    public string State { get; init; } = "";
    public string DecidedBy { get; init; } = "";
    public DateTimeOffset DecidedAt { get; init; }
    public DateTimeOffset? AppliedAt { get; init; }

    /// <summary>From the day the proposal came to the decision.</summary>
    public double DaysToDecision { get; init; }

    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<DecisionRow> Query(EvaluationDb db, ICurrentUser user) =>
        from d in db.Decisions.AsNoTracking()
        join c in db.Cases on d.CaseId equals c.Id
        select new DecisionRow
        {
            Id = d.Id, CaseId = d.CaseId, Reference = d.Reference, Sender = c.SenderName, Country = c.Country, Outcome = d.Outcome, Action = d.Action,
            GroupTitle = d.GroupTitle, Reason = d.Reason, State = d.State, DecidedBy = d.DecidedBy, DecidedAt = d.DecidedAt, AppliedAt = d.AppliedAt,
            DaysToDecision = (d.DecidedAt - c.SubmittedAt).TotalDays, Version = d.Version,
        };

    internal static void Describe(Board<DecisionRow> board) => board
        .Title(d => d.Reference, d => d.Sender)
        .Columns(d => d.Reference, d => d.Sender, d => d.Outcome, d => d.Action, d => d.GroupTitle, d => d.State, d => d.DecidedBy, d => d.DecidedAt)
        .Search(d => d.Reference, d => d.Sender, d => d.Reason, d => d.GroupTitle)
        .Filters(d => d.State, d => d.Outcome, d => d.Action, d => d.Country, d => d.DecidedAt)
        .OrderBy("DecidedAt desc")
        .RelatedOne<CaseRow>("Case", "Cases", c => c.Id, d => d.CaseId)
        .Vocabulary(d => d.Action, Vocabulary.Action)
        .Vocabulary(d => d.Country, Vocabulary.Country)
        .State(d => d.Outcome)
        .State(d => d.State)
        .LongText(d => d.Reason)
        .Case(d => d.CaseId)
        .View("pending", $"State eq '{DecisionState.Pending}'")
        .View("applied", $"State eq '{DecisionState.Applied}'")
        .View("all")
        .Chart("by-outcome", ChartKind.Donut, d => d.Outcome, $"State eq '{DecisionState.Applied}'")
        .Chart("by-action", ChartKind.Bar, d => d.Action, $"State eq '{DecisionState.Applied}'")
        .Chart("by-month", ChartKind.Line, d => d.DecidedAt, $"State eq '{DecisionState.Applied}'")
        .Average("time-to-decision", ChartKind.Line, d => d.DecidedAt, d => d.DaysToDecision, $"State eq '{DecisionState.Applied}'")
        .Trend("decided", d => d.DecidedAt, $"State eq '{DecisionState.Applied}'")
        .OnHome("decided", "time-to-decision")
        .Figure("pending", $"State eq '{DecisionState.Pending}'")
        .Figure("applied", $"State eq '{DecisionState.Applied}'")
        .Action<ApplyDecision>("apply", EvaluationPermissions.Decide, c => c.DecisionId, $"State eq '{DecisionState.Pending}'", bulk: true)
        .Action<DropDecision>("drop", EvaluationPermissions.Decide, c => c.DecisionId, $"State eq '{DecisionState.Pending}'", bulk: true);
}
