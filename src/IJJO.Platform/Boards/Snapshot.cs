using System.Text.Json;
using IJJO.Platform.OData;

namespace IJJO.Platform.Boards;

/// <summary>What somebody saw of a row when they began a form, kept in the form: after a clash both versions can be shown.</summary>
internal static class Snapshot
{
    // Long texts are compared by their beginning; the whole would make the form as large as the page.
    private const int Most = 200;

    public static string Of(BoardRow row, BoardValues values) => JsonSerializer.Serialize(Shown(row, values));

    public static IReadOnlyList<Change> Compare(string? seen, BoardRow row, BoardValues values)
    {
        try
        {
            var before = JsonSerializer.Deserialize<Dictionary<string, string>>(seen ?? "{}") ?? [];
            return [.. Shown(row, values).Where(now => before.TryGetValue(now.Key, out var was) && was != now.Value).Select(now => new Change(now.Key, before[now.Key], now.Value))];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static Dictionary<string, string> Shown(BoardRow row, BoardValues values) =>
        row.Set.Shape.Properties.ToDictionary(p => p.Name, p => values.Of(row.Set, p.Name, row[p.Name]) is { Length: > Most } text ? text[..Most] : values.Of(row.Set, p.Name, row[p.Name]));
}

/// <summary>A property that somebody else has changed in the meantime.</summary>
internal sealed record Change(string Property, string Seen, string Now);
