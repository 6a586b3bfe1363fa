using IJJO.Platform;
using IJJO.Submissions.Contracts;
using IJJO.Submissions.Parties;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Proposals;

/// <summary>The sender shows, by the mailed link, that the address is theirs. Confirming again changes nothing.</summary>
public sealed record ConfirmProposal(Guid ProposalId);

internal sealed class ConfirmProposalHandler(SubmissionsDb db, TimeProvider clock) : ICommandHandler<ConfirmProposal>
{
    public async Task<Result> Handle(ConfirmProposal command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal is null || ProposalState.IsFinal(proposal.State)) return Result.NotFound();
        if (proposal.ConfirmedAt is not null) return Result.Ok();

        var now = clock.GetUtcNow();
        var party = await db.Parties.SingleOrDefaultAsync(p => p.Email == proposal.Email, cancel);
        if (party is null) db.Add(party = new Party { Id = Guid.CreateVersion7(now), KnownSince = now });
        if (party.TakeFrom(proposal)) db.Publish(party.Changed());
        proposal.Confirm(party.Id, now);
        if (proposal.State == ProposalState.Screening) db.Publish(proposal.Submitted());

        foreach (var consent in await db.Consents.Where(c => c.ProposalId == proposal.Id).ToListAsync(cancel))
        {
            consent.PartyId = party.Id;
            db.Publish(new ConsentChanged(party.Id, consent.Purpose, consent.Given, consent.At));
        }
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
