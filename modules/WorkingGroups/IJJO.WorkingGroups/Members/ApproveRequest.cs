using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>Takes somebody into the group who asked to join.</summary>
public sealed record ApproveRequest(Guid MemberId);

internal sealed class ApproveRequestHandler(WorkingGroupsDb db, GroupAccess access, Joining joining, TimeProvider clock) : ICommandHandler<ApproveRequest>
{
    public async Task<Result> Handle(ApproveRequest command, CancellationToken cancel)
    {
        if (await db.Members.FindAsync([command.MemberId], cancel) is not { } member) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == member.GroupId, cancel);
        if (!(await access.ToAsync(group, cancel)).Leads) return Result.Forbidden();
        if (group.IsClosed) return Result.Refused("working-groups.closed");
        if (member.State != MemberState.Requested || member.PartyId is not { } partyId) return Result.Refused("working-groups.no-request");

        await joining.JoinAsync(group, member, await db.Parties.FirstAsync(p => p.Id == partyId, cancel), clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
