using IJJO.Platform;

namespace IJJO.Submissions.Parties;

/// <summary>The party wants to be forgotten. Every module hears of it.</summary>
public sealed record EraseMyData(Guid ProposalId, bool Sure);

internal sealed class EraseMyDataHandler(SubmissionsDb db, SubmissionsPersonalData data) : ICommandHandler<EraseMyData>
{
    public async Task<Result> Handle(EraseMyData command, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([command.ProposalId], cancel);
        if (proposal?.PartyId is not { } partyId) return Result.NotFound();
        if (!command.Sure) return Result.Invalid(new FieldError(nameof(command.Sure), "erase.sure-needed"));

        await data.EraseAsync(partyId, cancel);
        return Result.Ok();
    }
}
