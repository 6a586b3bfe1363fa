using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Contracts;

/// <summary>An advance is on the public feed.</summary>
/// <param name="AdvanceId">The advance.</param>
/// <param name="Slug">The last segment of its address, <c>/{lang}/advances/{slug}</c>.</param>
/// <param name="Title">Its title in the original language.</param>
/// <param name="GroupId">The group whose output it is, if one.</param>
/// <param name="CaseIds">The cases it grew from.</param>
[EventName("knowledge-feed.advance-published.v1")]
public sealed record AdvancePublished(Guid AdvanceId, string Slug, string Title, Guid? GroupId, Guid[] CaseIds) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseIds;
    Guid? ITimelineEvent.Party => null;
    bool ITimelineEvent.ShownToParty => true;
}
