using IJJO.Platform;
using IJJO.Submissions.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Parties;

/// <summary>What this module holds about one party, to hand over or to forget.</summary>
internal sealed class SubmissionsPersonalData(SubmissionsDb db, TimeProvider clock) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(Guid partyId, CancellationToken cancel)
    {
        var party = await db.Parties.AsNoTracking().SingleOrDefaultAsync(p => p.Id == partyId, cancel);
        if (party is null) return new Dictionary<string, object>();
        return new Dictionary<string, object>
        {
            ["party"] = new
            {
                party.Id, party.Kind, party.Name, party.Email, party.EntityName, party.OrganisationType, party.Profession, party.Country, party.Language, party.KnownSince,
            },
            ["proposals"] = await db.Proposals.AsNoTracking().Where(p => p.PartyId == partyId).OrderBy(p => p.SentAt)
                .Select(p => new
                {
                    p.Reference, p.Kind, p.Name, p.Email, p.EntityName, p.OrganisationType, p.Profession, p.Country, p.Language, Proposal = p.Text,
                    p.Interests, p.Specialisation, p.Themes, p.LinesOfWork, p.State, p.Outcome, p.EndReason, p.SentAt, p.ConfirmedAt,
                }).ToListAsync(cancel),
            ["consents"] = await db.Consents.AsNoTracking().Where(c => c.PartyId == partyId).OrderBy(c => c.At)
                .Select(c => new { c.Purpose, c.Given, c.Text, c.TextVersion, c.Language, c.At }).ToListAsync(cancel),
            ["drafts"] = await db.Drafts.AsNoTracking().Where(d => d.Email == party.Email).Select(d => new { d.SavedAt, d.Fields }).ToListAsync(cancel),
        };
    }

    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Guid partyId, CancellationToken cancel)
    {
        var party = await db.Parties.FindAsync([partyId], cancel);
        if (party is null || party.ErasedAt is not null) return new Dictionary<string, int>();

        var now = clock.GetUtcNow();
        // Also what the same address has sent and never confirmed.
        var proposals = await db.Proposals.Where(p => p.PartyId == partyId || p.Email == party.Email).ToListAsync(cancel);
        var ids = proposals.Select(p => p.Id).ToList();
        var links = await db.Links.Where(l => l.ProposalId != null && ids.Contains(l.ProposalId.Value)).ToListAsync(cancel);
        var drafts = await db.Drafts.Where(d => d.Email == party.Email || d.MailedTo == party.Email).ToListAsync(cancel);
        foreach (var proposal in proposals) proposal.Erase(now);
        party.Erase(now);
        db.RemoveRange(links);
        db.RemoveRange(drafts);
        db.Publish(new PartyErased(partyId));
        await db.SaveChangesAsync(cancel);
        return new Dictionary<string, int> { ["parties"] = 1, ["proposals"] = proposals.Count, ["access_links"] = links.Count, ["drafts"] = drafts.Count };
    }
}
