using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>Ends a membership against the member's will; the reason is kept for staff.</summary>
public sealed record RemoveMember(Guid MemberId, string Reason);

internal sealed class RemoveMemberHandler(WorkingGroupsDb db, GroupAccess access, TimeProvider clock) : ICommandHandler<RemoveMember>
{
    public async Task<Result> Handle(RemoveMember command, CancellationToken cancel)
    {
        if (await db.Members.FindAsync([command.MemberId], cancel) is not { } member) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == member.GroupId, cancel);
        if (!(await access.ToAsync(group, cancel)).SeesPeople) return Result.Forbidden();
        if (!member.IsActive) return Result.Refused("working-groups.not-a-member");
        var problems = new Problems().Text("Reason", command.Reason, 1000);
        if (problems.Any) return problems.ToResult();

        member.End(MemberState.Removed, command.Reason, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
