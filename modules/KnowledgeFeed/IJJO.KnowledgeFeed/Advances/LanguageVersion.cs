namespace IJJO.KnowledgeFeed.Advances;

/// <summary>The texts of an advance in one language.</summary>
public sealed class LanguageVersion
{
    /// <summary>The advance.</summary>
    public Guid AdvanceId { get; private set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; init; }

    public string Title { get; private set; } = "";

    public string Summary { get; private set; } = "";

    /// <summary>The same for readers without training in law, children among them.</summary>
    public string PlainLanguageSummary { get; private set; } = "";

    /// <summary>Markdown.</summary>
    public string Body { get; private set; } = "";

    /// <summary>The original has changed since this translation was made or checked.</summary>
    public bool IsOutdated { get; internal set; }

    internal bool Write(VersionText text)
    {
        var changed = Title != text.Title.Trim() || Summary != Clean(text.Summary) || PlainLanguageSummary != Clean(text.PlainLanguageSummary) || Body != Clean(text.Body);
        (Title, Summary, PlainLanguageSummary, Body, IsOutdated) = (text.Title.Trim(), Clean(text.Summary), Clean(text.PlainLanguageSummary), Clean(text.Body), text.IsOutdated);
        return changed;
    }

    private static string Clean(string? text) => text?.Trim().ReplaceLineEndings("\n") ?? "";
}

/// <summary>What an editor wrote for one language; without a title the language is left out.</summary>
public sealed record VersionText(string Language, string Title, string? Summary = null, string? PlainLanguageSummary = null, string? Body = null, bool IsOutdated = false)
{
    internal bool IsEmpty => string.IsNullOrWhiteSpace(Title) && string.IsNullOrWhiteSpace(Summary) && string.IsNullOrWhiteSpace(PlainLanguageSummary) && string.IsNullOrWhiteSpace(Body);
}
