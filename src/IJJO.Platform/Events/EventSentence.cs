using System.Text.Json;
using System.Text.RegularExpressions;
using IJJO.Platform.OData;

namespace IJJO.Platform.Events;

/// <summary>Says an event in words: a text of a module's resources, filled from the event's JSON.</summary>
internal sealed partial class EventSentence(Texts texts, IVocabularies vocabularies)
{
    /// <summary>
    /// <c>{title}</c> is a member of the event; <c>{action:action}</c> is shown as the label of a term of that vocabulary; a value such as "accepted" may have
    /// a text of its own, <c>{key}.{member}.{value}</c>, with placeholders again. <c>null</c> without such a text.
    /// </summary>
    public string? Of(string module, string key, string payload)
    {
        if (texts.Find(module, key) is not { } text) return null;
        using var json = JsonDocument.Parse(payload);
        return Filled(module, key, text, json.RootElement).Trim();
    }

    private string Filled(string module, string key, string text, JsonElement e) => Placeholder().Replace(text, match =>
    {
        var (member, vocabulary) = (match.Groups["member"].Value, match.Groups["vocabulary"].Value);
        // How many there are is not the event's to say.
        if (member == Effects.Count) return match.Value;
        if (!e.TryGetProperty(member, out var value)) return "";
        if (value.ValueKind == JsonValueKind.Array) return string.Join(", ", value.EnumerateArray().Select(item => Shown(item, vocabulary)));
        return texts.Find(module, $"{key}.{member}.{value}") is { } own ? Filled(module, key, own, e) : Shown(value, vocabulary);
    });

    private string Shown(JsonElement value, string vocabulary) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String when vocabulary.Length > 0 => vocabularies.Find(vocabulary, value.GetString()!)?.Label() ?? value.GetString()!,
        JsonValueKind.String when value.TryGetDateTimeOffset(out var at) => at.ToString("d", System.Globalization.CultureInfo.CurrentCulture),
        _ => value.ToString(),
    };

    [GeneratedRegex(@"\{(?<member>\w+)(:(?<vocabulary>[\w-]+))?\}")]
    private static partial Regex Placeholder();
}
