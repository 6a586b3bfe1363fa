using IJJO.Platform;

namespace IJJO.WorkingGroups.Members;

/// <summary>A member leaves, or takes a request to join back. No reason is asked.</summary>
public sealed record LeaveGroup(Guid GroupId);

internal sealed class LeaveGroupHandler(WorkingGroupsDb db, GroupAccess access, TimeProvider clock) : ICommandHandler<LeaveGroup>
{
    public async Task<Result> Handle(LeaveGroup command, CancellationToken cancel)
    {
        if (await access.MembershipAsync(command.GroupId, cancel) is not { State: MemberState.Active or MemberState.Requested } member) return Result.NotFound();

        member.End(MemberState.Left, null, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
