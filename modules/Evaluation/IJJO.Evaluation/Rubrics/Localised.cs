using System.Globalization;

namespace IJJO.Evaluation.Rubrics;

/// <summary>A text in the three languages.</summary>
public sealed record Localised
{
    public string En { get; init; } = "";
    public string Es { get; init; } = "";
    public string Fr { get; init; } = "";

    /// <summary>The text in a language (by default the reader's), else in English.</summary>
    public string In(string? language = null)
    {
        var text = (language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) switch { "es" => Es, "fr" => Fr, _ => En };
        return text.Length > 0 ? text : En;
    }
}
