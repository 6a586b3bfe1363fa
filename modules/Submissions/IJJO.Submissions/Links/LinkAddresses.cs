using IJJO.Platform;

namespace IJJO.Submissions.Links;

/// <summary>Where the module's public pages are.</summary>
internal static class LinkAddresses
{
    public static string Form(string language) => $"/{language}/collaborate";

    public static string Draft(string language, string token) => $"/{language}/collaborate/draft/{token}";

    public static string Proposal(string language, string token, string? part = null) => $"/{language}/proposals/{token}" + (part is null ? "" : $"/{part}");

    public static string NewLink(string language) => $"/{language}/collaborate/link";

    /// <summary>The language that mails and pages use for a person.</summary>
    public static string Served(this ISite site, string language) => site.Languages.Contains(language) ? language : site.Languages[0];
}
