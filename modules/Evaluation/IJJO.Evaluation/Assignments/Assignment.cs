using IJJO.Platform;

namespace IJJO.Evaluation.Assignments;

/// <summary>One evaluator is asked to score one case.</summary>
public sealed class Assignment
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EvaluatorId { get; init; }

    [Personal("who evaluated", LegalBasis.LegitimateInterest, 1825)] public required string EvaluatorName { get; init; }

    /// <summary>The lines of work to score the case against; the evaluator may add others.</summary>
    public required string[] LinesOfWork { get; set; }

    public required DateTimeOffset DueAt { get; set; }

    [Personal("who assigned", LegalBasis.LegitimateInterest, 1825)] public required string AssignedBy { get; init; }

    public required DateTimeOffset AssignedAt { get; init; }
    public string State { get; private set; } = AssignmentState.Open;
    public string? DeclineReason { get; private set; }
    public Guid? SuggestedColleagueId { get; private set; }

    [Personal("who was suggested", LegalBasis.LegitimateInterest, 1825)] public string? SuggestedColleague { get; private set; }

    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How many of the reminders have gone out.</summary>
    public int RemindersSent { get; set; }

    public uint Version { get; private set; }

    public bool IsOpen => State == AssignmentState.Open;
    public bool IsActive => State is AssignmentState.Open or AssignmentState.Done;

    public void Done(DateTimeOffset now) => Close(AssignmentState.Done, now);

    public void Cancel() => State = AssignmentState.Cancelled;

    public void Decline(string reason, StaffMember? colleague, DateTimeOffset now)
    {
        DeclineReason = reason;
        SuggestedColleagueId = colleague?.Id;
        SuggestedColleague = colleague?.Name;
        Close(AssignmentState.Declined, now);
    }

    private void Close(string state, DateTimeOffset now)
    {
        State = state;
        ClosedAt = now;
    }
}

internal static class AssignmentState
{
    public const string Open = "open";
    public const string Done = "done";
    public const string Declined = "declined";
    public const string Cancelled = "cancelled";
}
