using IJJO.Platform;

namespace IJJO.Submissions.Proposals;

/// <summary>Throws away what nobody has confirmed: advertising, or a form that somebody sent with another person's address.</summary>
public sealed record DiscardProposal(Guid ProposalId);

internal sealed class DiscardProposalHandler(SubmissionsDb db) : ICommandHandler<DiscardProposal>
{
    public async Task<Result> Handle(DiscardProposal command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal is null) return Result.NotFound();
        if (!proposal.CanBeDiscarded) return Result.Refused("submissions.confirmed");

        db.Remove(proposal);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
