using IJJO.Platform;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Samples;

/// <summary>Closes the oldest sample proposals, after the other modules have carried them to an answer.</summary>
internal sealed class SampleEndings(SubmissionsDb db, TimeProvider clock) : ISampleData
{
    public int Order => 50;

    public async Task SeedAsync(CancellationToken cancel)
    {
        var closed = (await SampleProposals.ReadAsync(cancel)).Where(sample => sample.State == ProposalState.Closed).Select(sample => sample.Email).ToArray();
        foreach (var proposal in await db.Proposals.Where(p => closed.Contains(p.Email)).ToListAsync(cancel)) proposal.Close(null, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
    }
}
