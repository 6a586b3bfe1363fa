using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using MimeKit;

namespace IJJO.Outreach.Templates;

/// <summary>Addresses as the ledger compares them: lower case, and a domain in another script in its ASCII form (RFC 5891).</summary>
internal static class Mailbox
{
    /// <summary>The comparable form, also of something that is not an address.</summary>
    internal static string Normal(string address) => TryParse(address, out var normal) ? normal : OneLine.Of(address, 320).ToLowerInvariant();

    /// <summary>Reads an address.</summary>
    /// <returns>Whether it can be sent to. A local part in another script needs SMTPUTF8 on every server of the way and is refused.</returns>
    internal static bool TryParse(string? address, [NotNullWhen(true)] out string? normal)
    {
        normal = null;
        if (string.IsNullOrWhiteSpace(address) || address.Length > 320) return false;
        var at = address.Trim().LastIndexOf('@');
        if (at <= 0) return false;
        try
        {
            var domain = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(address.Trim()[(at + 1)..].ToLowerInvariant());
            var candidate = $"{address.Trim()[..at]}@{domain}".ToLowerInvariant();
            if (!candidate.All(char.IsAscii) || candidate.Any(c => char.IsControl(c) || c is ' ' or ',' or ';' or '<' or '>')) return false;
            if (!MailboxAddress.TryParse(candidate, out var mailbox) || mailbox.GetAddress(idnEncode: true) != candidate) return false;
            normal = candidate;
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
