using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>Gives a member another role or term.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Role">The role.</param>
/// <param name="TermEnds">The end of the term or mandate, if there is one.</param>
public sealed record SetRole(Guid MemberId, MemberRole Role, DateOnly? TermEnds);

internal sealed class SetRoleHandler(WorkingGroupsDb db, GroupAccess access) : ICommandHandler<SetRole>
{
    public async Task<Result> Handle(SetRole command, CancellationToken cancel)
    {
        if (await db.Members.FindAsync([command.MemberId], cancel) is not { } member) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == member.GroupId, cancel);
        if (!(await access.ToAsync(group, cancel)).SeesPeople) return Result.Forbidden();
        if (!member.IsActive) return Result.Refused("working-groups.not-a-member");

        member.Role = command.Role;
        member.TermEnds = command.TermEnds;
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
