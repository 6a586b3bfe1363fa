using IJJO.Platform;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Ends a group with a report, in Markdown. Its page stays.</summary>
public sealed record CloseGroup(Guid GroupId, string Report);

internal sealed class CloseGroupHandler(WorkingGroupsDb db, GroupAccess access, TimeProvider clock) : ICommandHandler<CloseGroup>
{
    public async Task<Result> Handle(CloseGroup command, CancellationToken cancel)
    {
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { } group) return Result.NotFound();
        if (!(await access.ToAsync(group, cancel)).SeesPeople) return Result.Forbidden();
        if (group.IsClosed) return Result.Refused("working-groups.closed");
        var problems = new Problems().Text("Report", command.Report, 20_000);
        if (problems.Any) return problems.ToResult();

        group.Close(command.Report, clock.GetUtcNow());
        db.Publish(group.Changed());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
