using System.Globalization;

namespace IJJO.Evaluation.Groups;

/// <summary>A working group that can be offered; a copy that follows the events of the module that keeps the groups.</summary>
public sealed class Group
{
    public required Guid Id { get; init; }
    public required string Title { get; set; }

    /// <summary>The title by language; a party reads it in its own where there is one.</summary>
    public Dictionary<string, string> Titles { get; set; } = [];
    public required string State { get; set; }
    public required string LineOfWork { get; set; }
    public string[] Themes { get; set; } = [];

    /// <summary>The title in the language of the current request.</summary>
    public string Label() => TitleIn(CultureInfo.CurrentUICulture.TwoLetterISOLanguageName);

    public string TitleIn(string language) => Titles.GetValueOrDefault(language, Title);

    public bool IsOpen => State is "chartered" or "active";
}
