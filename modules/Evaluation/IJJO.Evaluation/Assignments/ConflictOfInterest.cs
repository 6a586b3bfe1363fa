using IJJO.Platform;

namespace IJJO.Evaluation.Assignments;

/// <summary>An evaluator has said that they cannot judge this case fairly. It holds for good.</summary>
internal sealed class ConflictOfInterest
{
    public required Guid Id { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid EvaluatorId { get; init; }

    [Personal("who must not evaluate", LegalBasis.LegitimateInterest, 1825)] public required string EvaluatorName { get; init; }

    [Personal("who must not evaluate, and why", LegalBasis.LegitimateInterest, 1825)] public required string Reason { get; init; }

    public required DateTimeOffset DeclaredAt { get; init; }
}
