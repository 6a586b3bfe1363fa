using IJJO.Platform;
using IJJO.WorkingGroups.Members;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Parties;

[EventName("submissions.party-changed.v1")]
internal sealed record PartyChanged(Guid PartyId, string Name, string? EntityName, string Email, string Language, string? Country);

/// <summary>Keeps the copy current, and with it the names of members who are shown by name or entity.</summary>
internal sealed class WhenPartyChanged(WorkingGroupsDb db, Welcome welcome) : IHandle<PartyChanged>
{
    public async Task HandleAsync(PartyChanged e, CancellationToken cancel)
    {
        var party = await db.Parties.FindAsync([e.PartyId], cancel);
        if (party is null) db.Add(party = new Party { Id = e.PartyId, Name = e.Name });
        party.Name = e.Name;
        party.EntityName = e.EntityName;
        party.Email = e.Email;
        party.Language = e.Language;
        party.Country = e.Country;

        foreach (var member in await db.Members.Where(member => member.PartyId == e.PartyId).ToListAsync(cancel))
        {
            member.Follow(party);
            // The offer was accepted before the address was known.
            if (member is { IsActive: true, WelcomedAt: null }) await welcome.SendAsync(member, party, cancel);
        }
    }
}
