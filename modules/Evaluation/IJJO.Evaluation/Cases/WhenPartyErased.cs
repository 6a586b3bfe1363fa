using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

[EventName("submissions.party-erased.v1")]
internal sealed record PartyErased(Guid PartyId);

internal sealed class WhenPartyErased(ErasePerson erase) : IHandle<PartyErased>
{
    public Task HandleAsync(PartyErased e, CancellationToken cancel) => erase.OfPartyAsync(e.PartyId, cancel);
}
