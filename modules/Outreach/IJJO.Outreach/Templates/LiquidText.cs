using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DotLiquid;

namespace IJJO.Outreach.Templates;

/// <summary>Fills a Liquid text. Values that a person typed stay as typed: they cannot become a link, an image or markup of the Markdown around them.</summary>
internal static partial class LiquidText
{
    // The library's one hook for what a value looks like is for the whole process; it is loaded into this module's own context, so nobody else sees it.
    static LiquidText() => Template.RegisterValueTypeTransformer(typeof(string), value => Escaped((string)value));

    /// <summary>Fills a text.</summary>
    /// <param name="template">The parsed text.</param>
    /// <param name="values">The values by name.</param>
    /// <param name="language">Whose numbers and dates.</param>
    /// <param name="missing">Collects the values that it needs and that are not there.</param>
    /// <returns>The text.</returns>
    internal static string Fill(Template template, IReadOnlyDictionary<string, object?> values, string language, ISet<string> missing)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var context = new Context([Hash.FromDictionary(values.ToDictionary(v => v.Key, v => v.Value))], new(), new(), ErrorsOutputMode.Suppress, 10_000, culture, CancellationToken.None)
        {
            SyntaxCompatibilityLevel = SyntaxCompatibility.DotLiquid22a,
        };
        using var writer = new StringWriter(culture);
        template.Render(writer, new RenderParameters(culture) { Context = context });
        foreach (var error in context.Errors) missing.Add(Quoted().Match(error.Message) is { Success: true } name ? name.Groups[1].Value : error.Message);
        return writer.ToString();
    }

    /// <summary>Takes the escapes out again, for a place that is not Markdown.</summary>
    internal static string Unescaped(string text) => Escape().Replace(text, "$1");

    /// <summary>A JSON value as Liquid reads it. Members that are null stay members: only a misspelt or forgotten one is missing.</summary>
    internal static object? Value(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Plain(element.GetString()!),
        JsonValueKind.Number => element.GetDecimal(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Object => element.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value)),
        _ => null,
    };

    // Indented lines would become code blocks.
    private static string Plain(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Trim())).Trim();

    // An address stays as it is: backslashes in it would break the link.
    private static string Escaped(string text) => Address().IsMatch(text) ? text : Special().Replace(text, @"\$0");

    [GeneratedRegex(@"^https?://[A-Za-z0-9\-._~:/?#@!$&+,;=%]+$")]
    private static partial Regex Address();

    [GeneratedRegex(@"[\\`*_\[\]<>#&]")]
    private static partial Regex Special();

    [GeneratedRegex(@"\\([\\`*_\[\]<>#&])")]
    private static partial Regex Escape();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();
}
