using IJJO.Platform;

namespace IJJO.WorkingGroups.Contracts;

/// <summary>A group recorded an output.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="GroupTitle">Its title.</param>
/// <param name="OutputId">The output.</param>
/// <param name="Title">Its title.</param>
/// <param name="CaseIds">The cases of the group's active members.</param>
[EventName("working-groups.output-recorded.v1")]
public sealed record OutputRecorded(Guid GroupId, string GroupTitle, Guid OutputId, string Title, Guid[] CaseIds) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseIds;
    Guid? ITimelineEvent.Party => null;
}
