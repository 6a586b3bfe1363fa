using IJJO.Platform;

namespace IJJO.WorkingGroups.Contracts;

/// <summary>Something was written in a group's discussion. The text itself stays in the group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="GroupTitle">Its title.</param>
/// <param name="ThreadTitle">The title of the thread.</param>
/// <param name="CaseIds">The cases of the group's active members.</param>
[EventName("working-groups.posted.v1")]
public sealed record Posted(Guid GroupId, string GroupTitle, string ThreadTitle, Guid[] CaseIds) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseIds;
    Guid? ITimelineEvent.Party => null;
}
