using IJJO.Platform;

namespace IJJO.WorkingGroups.Contracts;

/// <summary>A group came into being or changed, so that others can keep a copy and offer it.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Title">Its title, in English where there is one.</param>
/// <param name="Titles">Its title by language.</param>
/// <param name="Slug">The part of its public address: <c>/{lang}/groups/{slug}</c>.</param>
/// <param name="State"><c>proposed</c>, <c>chartered</c>, <c>active</c> or <c>closed</c>.</param>
/// <param name="LineOfWork">An id of the vocabulary <c>line-of-work</c>.</param>
/// <param name="Themes">Ids of the vocabulary <c>theme</c>.</param>
[EventName("working-groups.group-changed.v1")]
public sealed record GroupChanged(
    Guid GroupId, string Title, IReadOnlyDictionary<string, string> Titles, string Slug, string State, string LineOfWork, string[] Themes);
