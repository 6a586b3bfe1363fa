using IJJO.Platform;
using IJJO.Submissions.Parties;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Samples;

/// <summary>Closes the oldest sample proposals, after the other modules have carried them to an answer, and forgets who asked for it.</summary>
internal sealed class SampleEndings(SubmissionsDb db, SubmissionsPersonalData data, TimeProvider clock) : ISampleData
{
    public int Order => 50;

    public async Task SeedAsync(CancellationToken cancel)
    {
        var samples = await SampleProposals.ReadAsync(cancel);
        foreach (var proposal in await InAsync(ProposalState.Closed)) proposal.Close(null, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        foreach (var proposal in await InAsync(ProposalState.Erased)) await data.EraseAsync(proposal.PartyId!.Value, cancel);

        Task<List<Proposal>> InAsync(string state)
        {
            var senders = samples.Where(sample => sample.State == state).Select(sample => sample.Email).ToArray();
            return db.Proposals.Where(p => senders.Contains(p.Email)).ToListAsync(cancel);
        }
    }
}
