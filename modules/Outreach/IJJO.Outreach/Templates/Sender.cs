using IJJO.Outreach.Transport;
using IJJO.Platform;
using MimeKit;

namespace IJJO.Outreach.Templates;

/// <summary>Whom mails come from: the organisation as configured.</summary>
internal sealed class Sender(MailSettings settings, ISite site)
{
    internal string Contact => Mailbox.TryParse(site.Organisation.ContactEmail, out var contact) ? contact : $"contact@{site.Address("/").Host}";

    internal MailboxAddress Envelope => new("", Mailbox.TryParse(settings.From, out var from) ? from : Contact);

    internal MailboxAddress In(string language) => new(OneLine.Of(site.Organisation.NameIn(language), 100), Envelope.Address);
}
