using IJJO.Platform;

namespace IJJO.Evaluation.Contracts;

/// <summary>A decided case is evaluated again: the decision <paramref name="DecisionId"/> no longer stands.</summary>
[EventName("evaluation.reopened.v1")]
public sealed record CaseReopened(Guid CaseId, Guid PartyId, Guid DecisionId, string Reason, string By) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
}
