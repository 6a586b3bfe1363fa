using IJJO.Platform;

namespace IJJO.Submissions.Proposals;

/// <summary>The sender corrects or completes the proposal. Allowed until its evaluation starts.</summary>
public sealed record EditProposal : ProposalAnswers
{
    public Guid ProposalId { get; init; }

    /// <summary>The version that was shown, so that two open windows do not overwrite each other.</summary>
    public uint? Version { get; init; }
}

internal sealed class EditProposalHandler(SubmissionsDb db, ProposalRules rules, TimeProvider clock) : ICommandHandler<EditProposal>
{
    public async Task<Result> Handle(EditProposal command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal?.PartyId is null) return Result.NotFound();
        if (!proposal.CanBeEdited) return Result.Refused("submissions.no-longer-editable");
        if (command.Version is { } seen && seen != proposal.Version) return Result.Invalid(new FieldError("", FieldErrors.Stale));

        var answers = command with { Email = proposal.Email };
        FieldError[] errors = [.. rules.Check(answers)];
        if (errors.Length > 0) return Result.Invalid(errors);

        db.Expect(proposal, command.Version);
        proposal.Fill(answers);
        proposal.HoldWhenFlagged(clock.GetUtcNow());
        var party = await db.Parties.FindAsync([proposal.PartyId], cancel);
        if (party!.TakeFrom(proposal)) db.Publish(party.Changed());
        if (proposal.State == ProposalState.Screening) db.Publish(proposal.Edited());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
