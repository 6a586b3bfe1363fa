namespace IJJO.WorkingGroups.Groups;

/// <summary>A text in at least one of the site's languages.</summary>
public sealed record LocalText(string? En, string? Es, string? Fr)
{
    public static readonly LocalText None = new(null, null, null);

    public bool IsEmpty => Any.Length == 0;

    /// <summary>In English where there is one: what other modules and languages get.</summary>
    public string Any => First(En, Es, Fr);

    public static LocalText Of(string? en, string? es, string? fr) => new(Kept(en), Kept(es), Kept(fr));

    public string In(string language) => Best(language).Text;

    /// <summary>The text for a reader, and the language it is in, which may be another one.</summary>
    public (string Text, string Language) Best(string language) => language switch
    {
        "es" when Es is not null => (Es, "es"),
        "fr" when Fr is not null => (Fr, "fr"),
        _ => En is not null ? (En, "en") : Es is not null ? (Es, "es") : (Fr ?? "", "fr"),
    };

    public IReadOnlyDictionary<string, string> ByLanguage() =>
        new[] { ("en", En), ("es", Es), ("fr", Fr) }.Where(pair => pair.Item2 is not null).ToDictionary(pair => pair.Item1, pair => pair.Item2!);

    private static string First(params string?[] texts) => texts.FirstOrDefault(text => text is not null) ?? "";

    private static string? Kept(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
