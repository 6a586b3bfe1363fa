using IJJO.Platform;
using IJJO.WorkingGroups.Members;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>A chartered group starts to work. It needs somebody who convenes it.</summary>
public sealed record ActivateGroup(Guid GroupId);

internal sealed class ActivateGroupHandler(WorkingGroupsDb db, GroupAccess access, TimeProvider clock) : ICommandHandler<ActivateGroup>
{
    public async Task<Result> Handle(ActivateGroup command, CancellationToken cancel)
    {
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { } group) return Result.NotFound();
        if (!(await access.ToAsync(group, cancel)).SeesPeople) return Result.Forbidden();
        if (group.State != GroupState.Chartered) return Result.Refused("working-groups.not-chartered");
        var convened = group.ConvenerStaffId is not null
            || await db.Members.AnyAsync(m => m.GroupId == group.Id && m.State == MemberState.Active && m.Role == MemberRole.Convener, cancel);
        if (!convened) return Result.Refused("working-groups.no-convener");

        group.Activate(clock.GetUtcNow());
        db.Publish(group.Changed());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
