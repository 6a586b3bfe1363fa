using IJJO.Platform;
using IJJO.Submissions.Contracts;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Parties;

/// <summary>The party says anew which purposes it consents to. Taking back the consent to be evaluated withdraws what has not been answered.</summary>
public sealed record ChangeConsents
{
    public Guid ProposalId { get; init; }
    public IReadOnlyList<string> Consents { get; init; } = [];

    internal string Language { get; init; } = "en";
}

internal sealed class ChangeConsentsHandler(SubmissionsDb db, ConsentTexts texts, TimeProvider clock) : ICommandHandler<ChangeConsents>
{
    public async Task<Result> Handle(ChangeConsents command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal?.PartyId is not { } partyId) return Result.NotFound();

        var now = clock.GetUtcNow();
        var current = await db.Consents.OfPartyAsync(partyId, cancel);
        foreach (var purpose in texts.Purposes.Select(p => p.Id))
        {
            var given = command.Consents.Contains(purpose);
            if (given == current.Contains(purpose)) continue;
            db.Add(texts.Answer(purpose, given, proposal.Id, partyId, command.Language, now)!);
            db.Publish(new ConsentChanged(partyId, purpose, given, now));
            if (purpose == ConsentTexts.Evaluate && !given) await WithdrawAllAsync(partyId, now, cancel);
        }
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }

    private async Task WithdrawAllAsync(Guid partyId, DateTimeOffset now, CancellationToken cancel)
    {
        var proposals = await db.Proposals.Where(p => p.PartyId == partyId).ToListAsync(cancel);
        foreach (var proposal in proposals.Where(p => p.CanBeWithdrawn))
        {
            proposal.Withdraw(null, now);
            if (proposal.CaseSince is not null) db.Publish(new ProposalWithdrawn(proposal.Id, partyId, null));
        }
    }
}
