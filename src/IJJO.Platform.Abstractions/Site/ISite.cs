namespace IJJO.Platform;

/// <summary>The site and the organisation behind it, as an administrator has described them.</summary>
/// <example><code>var link = site.Address($"/{language}/advances/{advance.Slug}");</code></example>
public interface ISite
{
    /// <summary>The organisation as configured now.</summary>
    Organisation Organisation { get; }

    /// <summary>The interface languages in the order shown, the first being the default.</summary>
    IReadOnlyList<string> Languages { get; }

    /// <summary>The absolute address of a path of this site, for mails and feeds.</summary>
    /// <param name="path">A path that starts with a slash.</param>
    /// <returns>The address.</returns>
    Uri Address(string path);
}

/// <summary>The organisation: nothing about it is fixed in code.</summary>
/// <param name="Name">The full name by language.</param>
/// <param name="ShortName">The word mark.</param>
/// <param name="Controller">The controller of personal data (GDPR Art. 4(7)); an empty one is the organisation itself.</param>
/// <param name="Address">The postal address.</param>
/// <param name="SupervisoryAuthority">The data protection authority to complain to.</param>
/// <param name="ContactEmail">The public contact address, and the sender of mails.</param>
/// <param name="PrivacyText">The organisation's own privacy text by language, in Markdown; an empty one leaves the shipped text.</param>
/// <example><code>var sender = new MailboxAddress(site.Organisation.NameIn("fr"), site.Organisation.ContactEmail);</code></example>
public sealed record Organisation(
    IReadOnlyDictionary<string, string> Name,
    string ShortName,
    string Controller,
    string Address,
    string SupervisoryAuthority,
    string ContactEmail,
    IReadOnlyDictionary<string, string> PrivacyText)
{
    /// <summary>The IANA name of the time zone that staff plan by.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The name in a language, else in English, else the word mark.</summary>
    /// <param name="language">A language code; <c>null</c> for the current interface language.</param>
    /// <returns>The name.</returns>
    public string NameIn(string? language = null) =>
        Name.TryGetValue(language ?? System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, out var name) ? name
        : Name.TryGetValue("en", out var english) ? english
        : ShortName;

    /// <summary>The controller of personal data, which is the organisation itself where nobody else is named.</summary>
    /// <param name="language">A language code; <c>null</c> for the current interface language.</param>
    /// <returns>The controller's name.</returns>
    public string ControllerIn(string? language = null) => Controller.Length > 0 ? Controller : NameIn(language);
}
