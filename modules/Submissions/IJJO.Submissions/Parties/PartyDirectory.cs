using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Parties;

/// <summary>Finds the party behind an address, for the links by which participants sign in.</summary>
internal sealed class PartyDirectory(SubmissionsDb db) : IPartyDirectory
{
    public Task<Participant?> FindByEmailAsync(string email, CancellationToken cancel)
    {
        var address = email.Trim().ToLowerInvariant();
        return Participants.SingleOrDefaultAsync(p => p.Email == address, cancel);
    }

    public Task<Participant?> FindAsync(Guid partyId, CancellationToken cancel) => Participants.SingleOrDefaultAsync(p => p.PartyId == partyId, cancel);

    private IQueryable<Participant> Participants =>
        db.Parties.AsNoTracking().Where(p => p.Email != null).Select(p => new Participant(p.Id, p.Name, p.Email!, p.Language));
}
