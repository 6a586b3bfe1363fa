using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

[EventName("submissions.party-changed.v1")]
internal sealed record PartyChanged(Guid PartyId, string? Email);

internal sealed class WhenPartyChanged(EvaluationDb db) : IHandle<PartyChanged>
{
    public async Task HandleAsync(PartyChanged e, CancellationToken cancel)
    {
        if (MailDomain.Of(e.Email) is not { } domain) return;
        var sender = await db.Senders.FindAsync([e.PartyId], cancel);
        if (sender is null) db.Add(new Sender { Id = e.PartyId, MailDomain = domain });
        else sender.MailDomain = domain;
    }
}
