using IJJO.Outreach.Templates;
using IJJO.Platform;

namespace IJJO.Outreach.Recipients;

/// <summary>A party's data as this module needs them.</summary>
[EventName("submissions.party-changed.v1")]
internal sealed record PartyChanged(Guid PartyId, string Name, string? EntityName, string Email, string Language);

/// <summary>A party has agreed to a purpose or taken that back.</summary>
[EventName("submissions.consent-changed.v1")]
internal sealed record ConsentChanged(Guid PartyId, string Purpose, bool Given);

/// <summary>A party is to be forgotten.</summary>
[EventName("submissions.party-erased.v1")]
internal sealed record PartyErased(Guid PartyId);

internal sealed class WhenPartyChanged(OutreachDb db) : IHandle<PartyChanged>
{
    public async Task HandleAsync(PartyChanged e, CancellationToken cancel)
    {
        if (await db.Recipients.FindAsync([e.PartyId], cancel) is not { } recipient)
        {
            db.Add(recipient = new Recipient { PartyId = e.PartyId, Name = "", Email = "", Language = "en" });
        }

        (recipient.Name, recipient.EntityName, recipient.Email, recipient.Language) = (e.Name, e.EntityName, Mailbox.Normal(e.Email), e.Language);
    }
}

internal sealed class WhenConsentChanged(OutreachDb db) : IHandle<ConsentChanged>
{
    public async Task HandleAsync(ConsentChanged e, CancellationToken cancel)
    {
        // The party's data come first, with the confirmation of its address; a consent that overtakes them is handled again.
        var recipient = await db.Recipients.FindAsync([e.PartyId], cancel) ?? throw new InvalidOperationException("The party is not known yet.");
        recipient.Consents = e.Given ? [.. recipient.Consents.Union([e.Purpose])] : [.. recipient.Consents.Where(c => c != e.Purpose)];
    }
}

internal sealed class WhenPartyErased(OutreachPersonalData data) : IHandle<PartyErased>
{
    public Task HandleAsync(PartyErased e, CancellationToken cancel) => data.EraseAsync(e.PartyId, cancel);
}
