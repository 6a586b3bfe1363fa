using IJJO.Platform;

namespace IJJO.Submissions.Proposals;

/// <summary>A coordinator has read a proposal in quarantine and lets it go on.</summary>
public sealed record ReleaseProposal(Guid ProposalId);

internal sealed class ReleaseProposalHandler(SubmissionsDb db, Receipt receipt, TimeProvider clock) : ICommandHandler<ReleaseProposal>
{
    public async Task<Result> Handle(ReleaseProposal command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal is null) return Result.NotFound();
        if (proposal.State != ProposalState.Quarantine) return Result.Refused("submissions.not-in-quarantine");

        var wasCase = proposal.CaseSince is not null;
        proposal.Release(clock.GetUtcNow());
        if (proposal.State == ProposalState.Received) receipt.Queue(proposal);
        else db.Publish(wasCase ? proposal.Edited() : proposal.Submitted());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
