using IJJO.Platform;

namespace IJJO.Evaluation.Groups;

[EventName("working-groups.group-changed.v1")]
internal sealed record GroupChanged(Guid GroupId, string Title, Dictionary<string, string>? Titles, string State, string LineOfWork, string[]? Themes);

internal sealed class WhenGroupChanged(EvaluationDb db) : IHandle<GroupChanged>
{
    public async Task HandleAsync(GroupChanged e, CancellationToken cancel)
    {
        var group = await db.Groups.FindAsync([e.GroupId], cancel);
        if (group is null) db.Add(group = new Group { Id = e.GroupId, Title = e.Title, State = e.State, LineOfWork = e.LineOfWork });
        group.Title = e.Title;
        group.Titles = e.Titles ?? [];
        group.State = e.State;
        group.LineOfWork = e.LineOfWork;
        group.Themes = e.Themes ?? [];
    }
}
