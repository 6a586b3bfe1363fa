using System.Text.RegularExpressions;
using IJJO.Outreach.Deliveries;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace IJJO.Outreach.Transport;

/// <summary>What a failed attempt means for the delivery.</summary>
/// <param name="State">The state it gets.</param>
/// <param name="Note">The server's words, for staff.</param>
/// <param name="AddressIsDead">Whether the server said that there is no such mailbox.</param>
internal sealed partial record SmtpVerdict(string State, string Note, bool AddressIsDead = false)
{
    /// <summary>Reads a failure.</summary>
    /// <param name="failure">What the transport threw.</param>
    /// <param name="atDot">Whether the final dot may have been sent.</param>
    internal static SmtpVerdict Of(Exception failure, bool atDot) => failure switch
    {
        SmtpCommandException answer => Of(answer),
        // Without an answer after the dot the server may well have the message.
        _ when atDot => new(DeliveryState.Ambiguous, $"No answer after the final dot: {failure.Message}"),
        AuthenticationException => new(DeliveryState.Deferred, $"The mail server refused user or password: {failure.Message}"),
        SslHandshakeException => new(DeliveryState.Deferred, $"No secure connection to the mail server: {failure.Message.Split('\n')[0]}"),
        OperationCanceledException => new(DeliveryState.Deferred, "The mail server did not answer in time."),
        _ => new(DeliveryState.Deferred, failure.Message),
    };

    private static SmtpVerdict Of(SmtpCommandException answer)
    {
        var code = (int)answer.StatusCode;
        var note = $"{code} {answer.Message}";
        if (code is >= 400 and < 500) return new(DeliveryState.Deferred, note);
        if (answer.ErrorCode != SmtpErrorCode.RecipientNotAccepted) return new(DeliveryState.Rejected, note);

        // RFC 3463: 5.1.x and 5.2.1 are about the mailbox; 5.7.x is policy and says nothing about it.
        var status = EnhancedStatus().Match(answer.Message).Value;
        var isDead = status.Length > 0 ? status.StartsWith("5.1.", StringComparison.Ordinal) || status is "5.2.1" : code is 550 or 551 or 553;
        return new(isDead ? DeliveryState.Suppressed : DeliveryState.Rejected, note, isDead);
    }

    [GeneratedRegex(@"^\s*5\.\d{1,3}\.\d{1,3}")]
    private static partial Regex EnhancedStatus();
}
