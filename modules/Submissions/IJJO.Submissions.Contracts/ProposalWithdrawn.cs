using IJJO.Platform;

namespace IJJO.Submissions.Contracts;

/// <summary>The sender has taken the proposal back.</summary>
[EventName("submissions.proposal-withdrawn.v1")]
public sealed record ProposalWithdrawn(Guid CaseId, Guid PartyId, string? Reason) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
    bool ITimelineEvent.ShownToParty => true;
}
