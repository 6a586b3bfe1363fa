using IJJO.Evaluation.Assignments;
using IJJO.Platform;

namespace IJJO.Evaluation.Assessments;

/// <summary>What one evaluator thinks of one case, against one or more lines of work. Its id is that of the assignment.</summary>
public sealed class Assessment
{
    private const string Purpose = "give reasons for the decision";

    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EvaluatorId { get; init; }

    [Personal("who evaluated", LegalBasis.LegitimateInterest, 1825)] public required string EvaluatorName { get; init; }

    public string State { get; private set; } = AssessmentState.Draft;

    /// <summary>For colleagues.</summary>
    [Personal(Purpose, LegalBasis.LegitimateInterest, 730)] public string? Comment { get; set; }

    /// <summary>For the party: it goes into the reasoned answer, edited by staff.</summary>
    [Personal(Purpose, LegalBasis.LegitimateInterest, 730)] public string? MessageForParty { get; set; }

    public DateTimeOffset SavedAt { get; set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public List<LineAssessment> Lines { get; } = [];
    public uint Version { get; private set; }

    public bool IsSubmitted => State == AssessmentState.Submitted;

    public static Assessment For(Assignment assignment) => new()
    {
        Id = assignment.Id, CaseId = assignment.CaseId, EvaluatorId = assignment.EvaluatorId, EvaluatorName = assignment.EvaluatorName,
    };

    public void Submit(DateTimeOffset now)
    {
        State = AssessmentState.Submitted;
        SubmittedAt = SavedAt = now;
    }
}

internal static class AssessmentState
{
    public const string Draft = "draft";
    public const string Submitted = "submitted";
}
