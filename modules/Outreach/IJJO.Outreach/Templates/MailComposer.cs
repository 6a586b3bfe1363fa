using IJJO.Outreach.Deliveries;
using IJJO.Platform;
using MimeKit;
using MimeKit.Utils;

namespace IJJO.Outreach.Templates;

/// <summary>Makes the finished message: both bodies, and the headers that RFC 5322, 3834 and 8058 ask for.</summary>
internal sealed class MailComposer(MailRenderer renderer, Sender sender, ISite site)
{
    /// <summary>A mail larger than this would be cut off by common mailboxes, and ours have no reason to be.</summary>
    private const int Limit = 100_000;

    /// <summary>Makes a message.</summary>
    /// <param name="envelope">Who, when, which kind.</param>
    /// <param name="subject">The subject.</param>
    /// <param name="markdown">The text.</param>
    /// <returns>Its bytes, or why there are none.</returns>
    internal async Task<ComposedMail> ComposeAsync(Envelope envelope, string subject, string markdown)
    {
        if (!Mailbox.TryParse(envelope.ToAddress, out var address)) return new(null, "The address cannot be sent to: it is not a mailbox in plain ASCII letters.");
        if (string.IsNullOrWhiteSpace(subject)) return new(null, "The subject is empty.");

        var bodies = Bodies(subject, markdown, envelope.Language);
        var message = new MimeMessage();
        message.From.Add(sender.In(envelope.Language));
        message.To.Add(new MailboxAddress(OneLine.Of(envelope.ToName, 100), address));
        message.Subject = OneLine.Of(subject, 200);
        message.Date = envelope.Date;
        message.MessageId = $"{envelope.DeliveryId}@{site.Address("/").Host}";
        message.Headers.Add(HeaderId.ContentLanguage, envelope.Language);
        // RFC 3834: what no person wrote says so, and out-of-office replies stay away.
        if (envelope.Class == MailClass.Confirmation) message.Headers.Add("Auto-Submitted", "auto-generated");
        if (envelope.Unsubscribe is not null)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{envelope.Unsubscribe}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        message.Body = new BodyBuilder { TextBody = bodies.Text, HtmlBody = bodies.Html }.ToMessageBody();
        message.Prepare(EncodingConstraint.SevenBit);
        using var bytes = new MemoryStream();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        await message.WriteToAsync(format, bytes);
        return bytes.Length > Limit ? new(null, $"The mail is too large: {bytes.Length / 1000} kB of {Limit / 1000} kB.") : new(bytes.ToArray(), null);
    }

    /// <summary>Both bodies of a mail, as the recipient will see them.</summary>
    internal MailBodies Bodies(string subject, string markdown, string language)
    {
        var document = MailText.Parse(markdown, site.Address("/"));
        var footer = MailText.Parse(renderer.Footer(language), site.Address("/"));
        return new(
            MailText.Plain(document) + "\n-- \n" + MailText.Plain(footer),
            MailHtml.Page(subject, language, site.Organisation.ShortName, MailText.Html(document), MailText.Html(footer)));
    }
}

/// <summary>What stands on the envelope.</summary>
/// <param name="DeliveryId">The delivery; the Message-ID comes from it.</param>
/// <param name="ToAddress">The address.</param>
/// <param name="ToName">The name.</param>
/// <param name="Language">The language.</param>
/// <param name="Class">One of <see cref="MailClass"/>.</param>
/// <param name="Date">The Date header.</param>
/// <param name="Unsubscribe">The address that takes the one-click POST; for newsletters.</param>
internal sealed record Envelope(Guid DeliveryId, string ToAddress, string ToName, string Language, string Class, DateTimeOffset Date, Uri? Unsubscribe = null);

/// <summary>A finished message, or why there is none.</summary>
internal sealed record ComposedMail(byte[]? Content, string? Problem);

/// <summary>The text and the HTML part.</summary>
public sealed record MailBodies(string Text, string Html);
