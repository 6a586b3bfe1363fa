using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Who made it: a person as they chose to be shown, or an organisation.</summary>
public sealed class Credit
{
    internal const string Author = "author";
    internal const string Contributor = "contributor";
    internal const string Editor = "editor";
    internal const string Publisher = "publisher";
    internal const string Translator = "translator";

    /// <summary>The name as shown.</summary>
    [Personal("credit those who made an advance", LegalBasis.Consent, 0)]
    public required string Name { get; init; }

    /// <summary>What they did.</summary>
    public required string Role { get; init; }

    internal static IReadOnlyList<string> Roles { get; } = [Author, Contributor, Editor, Publisher, Translator];

    /// <summary>Credits as an editor types them: one a line, the role after a bar.</summary>
    internal static IReadOnlyList<Credit> Parse(string? lines) =>
    [
        .. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new Credit { Name = parts[0], Role = parts.Length > 1 && parts[1].Length > 0 ? parts[1].ToLowerInvariant() : Author }),
    ];

    internal static string Lines(IEnumerable<Credit> credits) => string.Join('\n', credits.Select(credit => $"{credit.Name} | {credit.Role}"));
}

/// <summary>What was put right after publication, in words for readers.</summary>
public sealed class Correction
{
    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What.</summary>
    public required string Note { get; init; }
}
