namespace IJJO.Evaluation.Cases;

/// <summary>The domain of an address where it tells an employer: the large mail providers tell nothing.</summary>
internal static class MailDomain
{
    private static readonly HashSet<string> Providers = new(StringComparer.OrdinalIgnoreCase)
    {
        "gmail.com", "googlemail.com", "outlook.com", "outlook.es", "outlook.fr", "hotmail.com", "hotmail.es", "hotmail.fr", "live.com", "msn.com",
        "yahoo.com", "yahoo.es", "yahoo.fr", "icloud.com", "me.com", "proton.me", "protonmail.com", "gmx.net", "gmx.com", "aol.com", "mail.com",
        "orange.fr", "free.fr", "laposte.net", "wanadoo.fr", "telefonica.net",
        // RFC 2606: nobody works there; the sample people all have such addresses.
        "example.com", "example.net", "example.org",
    };

    public static string? Of(string? email)
    {
        var at = email?.LastIndexOf('@') ?? -1;
        if (at < 0 || at == email!.Length - 1) return null;
        var domain = email[(at + 1)..].Trim().ToLowerInvariant();
        return Providers.Contains(domain) ? null : domain;
    }
}
