using IJJO.Platform;
using IJJO.WorkingGroups.Parties;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>A participant asks to become a member.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="DisplayAs">The name to be shown by.</param>
/// <param name="Pseudonym">The pseudonym, for that choice.</param>
/// <param name="IsListed">Whether the public page may show the member.</param>
/// <param name="Message">Why, for the convener.</param>
public sealed record RequestToJoin(Guid GroupId, DisplayAs DisplayAs, string? Pseudonym, bool IsListed, string? Message);

internal sealed class RequestToJoinHandler(WorkingGroupsDb db, ICurrentUser user, IEnumerable<IPartyDirectory> directories, TimeProvider clock) : ICommandHandler<RequestToJoin>
{
    public async Task<Result> Handle(RequestToJoin command, CancellationToken cancel)
    {
        if (user.PartyId is not { } partyId) return Result.Forbidden();
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { IsPublic: true } group) return Result.NotFound();
        if (!group.TakesMembers) return Result.Refused("working-groups.closed");
        if (await PartyAsync(partyId, cancel) is not { } party) return Result.NotFound();
        var problems = DisplayRule.Check(command.DisplayAs, command.Pseudonym, party).Text("Message", command.Message, 2000, required: false);
        if (problems.Any) return problems.ToResult();

        var now = clock.GetUtcNow();
        var member = await db.Members.FirstOrDefaultAsync(m => m.GroupId == group.Id && m.PartyId == partyId, cancel);
        if (member is { State: MemberState.Active or MemberState.Requested }) return Result.Refused("working-groups.already-asked");
        if (member is { State: MemberState.Removed }) return Result.Refused("working-groups.was-removed");
        if (member is null) db.Add(member = Member.Of(group.Id, partyId, now));
        member.CaseId ??= party.CaseId;
        member.ShowAs(command.DisplayAs, command.Pseudonym, command.IsListed, party);
        member.Request(command.Message, now);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(member.Id);
    }

    // Somebody who signed in before any event about them arrived is known to the directory, which another module may or may not offer.
    private async Task<Party?> PartyAsync(Guid partyId, CancellationToken cancel)
    {
        if (await db.Parties.FindAsync([partyId], cancel) is { } known) return known;
        if (directories.FirstOrDefault() is not { } directory || await directory.FindAsync(partyId, cancel) is not { } found) return null;
        var party = new Party { Id = partyId, Name = found.Name, Email = found.Email, Language = found.Language };
        db.Add(party);
        return party;
    }
}
