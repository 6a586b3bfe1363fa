using IJJO.Platform;

namespace IJJO.WorkingGroups.Contracts;

/// <summary>Somebody became a member.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="GroupTitle">Its title in the language of the party, who reads it in the timeline.</param>
/// <param name="MemberId">The membership.</param>
/// <param name="PartyId">The party.</param>
/// <param name="CaseId">The case it came from, where one is known.</param>
/// <param name="DisplayName">The name as the member chose it; never the real one behind a pseudonym.</param>
[EventName("working-groups.member-joined.v1")]
public sealed record MemberJoined(Guid GroupId, string GroupTitle, Guid MemberId, Guid PartyId, Guid? CaseId, string DisplayName) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseId is { } id ? [id] : [];
    Guid? ITimelineEvent.Party => PartyId;
    bool ITimelineEvent.ShownToParty => true;
}
