using IJJO.Platform;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Gives a group more time.</summary>
public sealed record RenewGroup(Guid GroupId, DateOnly Sunset);

internal sealed class RenewGroupHandler(WorkingGroupsDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<RenewGroup>
{
    public async Task<Result> Handle(RenewGroup command, CancellationToken cancel)
    {
        if (!user.Has(WorkingGroupsPermissions.Manage)) return Result.Forbidden();
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { } group) return Result.NotFound();
        if (!group.TakesMembers) return Result.Refused(group.IsClosed ? "working-groups.closed" : "working-groups.not-chartered");
        if (SunsetRule.Problem(command.Sunset, clock.GetUtcNow()) is { } problem) return Result.Invalid(problem);

        group.Renew(command.Sunset);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
