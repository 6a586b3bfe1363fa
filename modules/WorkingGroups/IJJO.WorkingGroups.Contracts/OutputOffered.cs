using IJJO.Platform;

namespace IJJO.WorkingGroups.Contracts;

/// <summary>A group offers an output to be published as an advance.</summary>
/// <param name="OutputId">The output.</param>
/// <param name="GroupId">The group.</param>
/// <param name="GroupTitle">Its title, in the language of the output where there is one.</param>
/// <param name="Title">The output's title.</param>
/// <param name="Summary">Its summary, as Markdown.</param>
/// <param name="Url">Where the work itself is.</param>
/// <param name="Language">The language of title and summary (BCP 47).</param>
/// <param name="AdvanceType">An id of the vocabulary <c>advance-type</c>.</param>
/// <param name="Themes">Ids of the vocabulary <c>theme</c>.</param>
/// <param name="Countries">Ids of the vocabulary <c>country</c>.</param>
/// <param name="Credits">The names of those credited, each as that member chose to be shown.</param>
/// <param name="CaseIds">The cases of the group's active members.</param>
[EventName("working-groups.output-offered.v1")]
public sealed record OutputOffered(
    Guid OutputId, Guid GroupId, string GroupTitle, string Title, string Summary, string? Url, string Language, string AdvanceType,
    string[] Themes, string[] Countries, string[] Credits, Guid[] CaseIds) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseIds;
    Guid? ITimelineEvent.Party => null;
}
