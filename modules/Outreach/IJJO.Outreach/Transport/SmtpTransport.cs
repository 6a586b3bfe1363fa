using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Templates;
using IJJO.Platform;
using MailKit;
using MailKit.Net.Smtp;
using MimeKit;

namespace IJJO.Outreach.Transport;

/// <summary>Sends by SMTP.</summary>
internal sealed class SmtpTransport(MailSettings settings, Sender sender, ISite site) : IMailTransport
{
    public IMailSession Open() => new SmtpSession(settings.Smtp, sender, site.Address("/").Host);
}

/// <summary>One connection, opened with the first message.</summary>
internal sealed class SmtpSession(SmtpSettings settings, Sender sender, string localDomain) : IMailSession
{
    // RFC 5321 4.5.3.2 gives the commands five minutes and the answer to the final dot ten. MailKit's own timeout (two minutes) would give up on a slow
    // server that goes on to deliver, and the next attempt would make a duplicate.
    private static readonly TimeSpan BeforeDot = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan AtDot = TimeSpan.FromMinutes(10);

    private readonly SmtpClient _client = new() { Timeout = (int)AtDot.TotalMilliseconds, LocalDomain = localDomain };

    public async Task<string> SendAsync(Claim claim, Func<Task> beforeDot, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(BeforeDot);
        if (!_client.IsConnected) await ConnectAsync(patience.Token);

        using var message = FinishedMessage.Read(claim.Content, async () =>
        {
            await beforeDot();
            patience.CancelAfter(AtDot);
        });
        return await _client.SendAsync(message, sender.Envelope, [new MailboxAddress("", claim.Recipient)], patience.Token);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_client.IsConnected) await _client.DisconnectAsync(quit: true, CancellationToken.None);
        }
        catch (Exception gone) when (gone is IOException or ProtocolException)
        {
            // The server hung up first; the messages have been settled already.
        }

        _client.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancel)
    {
        settings.TryOptions(out var security);
        await _client.ConnectAsync(settings.Host!, settings.EffectivePort, security, cancel);
        // BDAT would send the last chunk and its length in one go: there would be no moment before the dot.
        _client.Capabilities &= ~SmtpCapabilities.Chunking;
        if (settings.User is { Length: > 0 } user) await _client.AuthenticateAsync(user, settings.Password ?? "", cancel);
    }
}
