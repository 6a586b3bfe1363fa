using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>A member chooses another name to be shown by.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="DisplayAs">The name to be shown by.</param>
/// <param name="Pseudonym">The pseudonym, for that choice.</param>
/// <param name="IsListed">Whether the public page may show the member.</param>
public sealed record ChangeDisplay(Guid GroupId, DisplayAs DisplayAs, string? Pseudonym, bool IsListed);

internal sealed class ChangeDisplayHandler(WorkingGroupsDb db, GroupAccess access) : ICommandHandler<ChangeDisplay>
{
    public async Task<Result> Handle(ChangeDisplay command, CancellationToken cancel)
    {
        if (await access.MembershipAsync(command.GroupId, cancel) is not { State: MemberState.Active or MemberState.Requested } member) return Result.NotFound();
        var party = await db.Parties.FirstAsync(p => p.Id == member.PartyId, cancel);
        var problems = DisplayRule.Check(command.DisplayAs, command.Pseudonym, party);
        if (problems.Any) return problems.ToResult();

        member.ShowAs(command.DisplayAs, command.Pseudonym, command.IsListed, party);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
