using System.Text.Json;
using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Templates;
using IJJO.Platform;

namespace IJJO.Outreach.Requests;

/// <summary>A mail that the platform sends by itself becomes a delivery: finished bytes, or kept back with the reason.</summary>
internal sealed class WhenMailRequested(Ledger ledger, RequestedMail mails, Bell bell) : IHandle<MailRequested>
{
    public async Task HandleAsync(MailRequested e, CancellationToken cancel)
    {
        var delivery = await mails.MakeAsync(Guid.CreateVersion7(), e);
        if (await ledger.InsertAsync(delivery, cancel) && delivery.State == DeliveryState.Queued) bell.RingSoon();
    }
}

/// <summary>Makes the delivery of a requested mail.</summary>
internal sealed class RequestedMail(MailRenderer renderer, MailComposer composer, TimeProvider clock)
{
    internal async Task<Delivery> MakeAsync(Guid id, MailRequested e)
    {
        var now = clock.GetUtcNow();
        var language = e.Language is "es" or "fr" ? e.Language : "en";
        var rendered = renderer.Render(e.Template, language, e.ToName, e.Model);
        var mail = rendered.Problem is null
            ? await composer.ComposeAsync(new(id, e.ToAddress, e.ToName, language, MailClass.Confirmation, now), rendered.Subject, rendered.Markdown)
            : new ComposedMail(null, rendered.Problem);

        return new Delivery
        {
            Id = id, Campaign = e.Template, Recipient = Mailbox.Normal(e.ToAddress), Step = e.Intent, Class = MailClass.Confirmation,
            ToName = OneLine.Of(e.ToName, 200), Language = language, Subject = rendered.Subject, Content = mail.Content,
            HeldModel = mail.Problem is null ? null : JsonSerializer.Serialize(e), PartyId = e.PartyId, CaseId = e.CaseId,
            State = mail.Problem is null ? DeliveryState.Queued : DeliveryState.Held, LastError = mail.Problem, DueAt = now, NextTryAt = now,
        };
    }
}
