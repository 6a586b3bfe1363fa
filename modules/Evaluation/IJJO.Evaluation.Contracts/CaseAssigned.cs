using IJJO.Platform;

namespace IJJO.Evaluation.Contracts;

/// <summary>A case was given to an evaluator, who is asked to score it until <paramref name="DueAt"/>.</summary>
[EventName("evaluation.case-assigned.v1")]
public sealed record CaseAssigned(Guid CaseId, Guid PartyId, string EvaluatorName, DateTimeOffset DueAt) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
}
