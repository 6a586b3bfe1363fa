using IJJO.Platform;
using IJJO.Submissions.Contracts;

namespace IJJO.Submissions.Proposals;

/// <summary>The sender takes a proposal back. Allowed until the answer has been sent.</summary>
public sealed record WithdrawProposal(Guid ProposalId, string? Reason);

internal sealed class WithdrawProposalHandler(SubmissionsDb db, TimeProvider clock) : ICommandHandler<WithdrawProposal>
{
    public async Task<Result> Handle(WithdrawProposal command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal is null) return Result.NotFound();
        if (!proposal.CanBeWithdrawn) return Result.Refused("submissions.already-answered");
        if (command.Reason?.Length > 1000) return Result.Invalid(new FieldError(nameof(command.Reason), FieldErrors.TooLong, 1000));

        proposal.Withdraw(command.Reason, clock.GetUtcNow());
        if (proposal.CaseSince is not null) db.Publish(new ProposalWithdrawn(proposal.Id, proposal.PartyId!.Value, command.Reason));
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
