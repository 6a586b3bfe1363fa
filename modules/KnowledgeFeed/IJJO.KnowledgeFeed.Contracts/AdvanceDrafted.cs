using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Contracts;

/// <summary>An output of a group has become the draft of an advance.</summary>
/// <param name="AdvanceId">The advance.</param>
/// <param name="Title">Its title in the original language.</param>
/// <param name="GroupId">The group whose output it is.</param>
/// <param name="CaseIds">The cases it grew from.</param>
[EventName("knowledge-feed.advance-drafted.v1")]
public sealed record AdvanceDrafted(Guid AdvanceId, string Title, Guid? GroupId, Guid[] CaseIds) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseIds;
    Guid? ITimelineEvent.Party => null;
}
