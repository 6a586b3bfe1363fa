using System.Text;

namespace IJJO.Platform.OData;

/// <summary>The texts of boards by the conventions of <see cref="BoardDescription"/>; where a module has none, the name in words.</summary>
internal sealed class BoardTexts(Texts texts)
{
    public string? Find(string module, string key, params object[] arguments) => texts.Find(module, key, arguments);

    public string Set(string module, string set) => Get(module, set, set);

    public string One(string module, string set) => Get(module, $"{set}.one", Set(module, set));

    public string Property(string module, string set, string property) => Get(module, $"{set}.{property}", property);

    public string Value(string module, string set, string property, string value) => Get(module, $"{set}.{property}.{value}", value);

    /// <summary>The values of a state that the module has names for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Values(string module, string set, string property) =>
        texts.Under(module, $"{set}.{property}.").Where(text => !text.Key.Contains('.')).OrderBy(text => text.Value, StringComparer.CurrentCulture);

    /// <summary>The texts of the list that the browser code shows.</summary>
    public IReadOnlyDictionary<string, string> List() => texts.Under("platform", "list.");

    public string View(string module, string set, string view) => Get(module, $"{set}.view.{view}", view);

    public string Chart(string module, string set, string chart) => Get(module, $"{set}.chart.{chart}", chart);

    public string Figure(string module, string set, string figure) => Get(module, $"{set}.figure.{figure}", figure);

    public string Facet(string module, string set, string facet) => Get(module, $"{set}.facet.{facet}", facet);

    public string Action(string module, string set, string action) => texts.Find(module, $"{set}.action.{action}") ?? Get("platform", $"board.write.{action}", action);

    /// <summary>Texts name the parameter as the command does or as OData does; one that is a property of the row needs none.</summary>
    public string Parameter(string module, string set, string action, string member) =>
        texts.Find(module, $"{set}.action.{action}.{member}") ?? texts.Find(module, $"{set}.action.{action}.{EdmNames.Parameter(member)}")
        ?? texts.Find(module, $"{set}.action.{action}.{char.ToUpperInvariant(member[0])}{member[1..]}") ?? Property(module, set, member);

    private string Get(string module, string key, string fallback) => texts.Find(module, key) ?? Words(fallback);

    /// <summary><c>ReceivedAt</c> and <c>received-at</c> read "Received at".</summary>
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
        {
            if (letter is '-' or '_' or '.') words.Append(' ');
            else if (char.IsUpper(letter) && words.Length > 0 && words[^1] != ' ' && !char.IsUpper(words[^1])) words.Append(' ').Append(char.ToLowerInvariant(letter));
            else words.Append(words.Length == 0 ? char.ToUpperInvariant(letter) : letter);
        }
        return words.ToString();
    }
}
