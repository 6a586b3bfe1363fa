using IJJO.Submissions.Drafts;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Links;

/// <summary>Finds what a mailed link leads to. An unknown link and one that has expired look the same.</summary>
internal sealed class OpenLink(SubmissionsDb db, TimeProvider clock)
{
    public async Task<Proposal?> ProposalAsync(string token, CancellationToken cancel) =>
        await LinkAsync(token, cancel) is { ProposalId: { } id } ? await db.Proposals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancel) : null;

    public async Task<Draft?> DraftAsync(string token, CancellationToken cancel) =>
        await LinkAsync(token, cancel) is { DraftId: { } id } ? await db.Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) : null;

    private Task<AccessLink?> LinkAsync(string token, CancellationToken cancel)
    {
        var hash = AccessLink.HashOf(token);
        var now = clock.GetUtcNow();
        return db.Links.AsNoTracking().SingleOrDefaultAsync(link => link.TokenHash == hash && link.ExpiresAt > now, cancel);
    }
}
