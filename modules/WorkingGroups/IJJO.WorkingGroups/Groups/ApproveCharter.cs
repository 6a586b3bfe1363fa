using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Puts the newest version of the charter into force.</summary>
public sealed record ApproveCharter(Guid GroupId);

internal sealed class ApproveCharterHandler(WorkingGroupsDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<ApproveCharter>
{
    public async Task<Result> Handle(ApproveCharter command, CancellationToken cancel)
    {
        if (!user.Has(WorkingGroupsPermissions.Manage)) return Result.Forbidden();
        var group = await db.Groups.Include(g => g.Charter).FirstOrDefaultAsync(g => g.Id == command.GroupId, cancel);
        if (group is null) return Result.NotFound();
        if (group.IsClosed) return Result.Refused("working-groups.closed");
        if (!group.ApproveCharter(user.Name, clock.GetUtcNow())) return Result.Refused("working-groups.no-draft-charter");

        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
