using System.ComponentModel.DataAnnotations;
using IJJO.Platform;

namespace IJJO.Submissions.Proposals;

/// <summary>A coordinator ends the story of a proposal: the collaboration is complete, or it is a duplicate.</summary>
public sealed record CloseProposal(Guid ProposalId, [property: Required, MaxLength(1000)] string Reason);

internal sealed class CloseProposalHandler(SubmissionsDb db, TimeProvider clock) : ICommandHandler<CloseProposal>
{
    public async Task<Result> Handle(CloseProposal command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal is null) return Result.NotFound();
        if (!proposal.CanBeClosed) return Result.Refused("submissions.not-closable");

        proposal.Close(command.Reason, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
