using System.Globalization;
using System.Text.Json;
using IJJO.Platform.Testing;
using Microsoft.OData.Edm;

namespace IJJO.Platform.OData.Tests;

/// <summary>A property and literals for it: what the rows have, and the values at the edges.</summary>
internal sealed record SampledProperty(RowProperty Property, IReadOnlyList<string> Literals)
{
    public string Name => Property.Name;
    public EdmPrimitiveTypeKind? Kind => Property.Type.Primitive;
    public bool IsCollection => Property.Type.IsCollection;
}

/// <summary>What a generator needs to know of a set.</summary>
internal sealed record SetSample(ServedSet Set, IReadOnlyList<SampledProperty> Properties, IReadOnlyList<string> Words, IReadOnlyList<string> Keys)
{
    private const int ValuesOfEach = 40;

    public string Address => $"/odata/{Set.Module}/{Set.Name}";

    /// <summary>A sample of what one reader sees, or several readers together.</summary>
    public static async Task<SetSample> ReadAsync(ServedSite site, ServedSet set, params IEnumerable<TestPerson?> readers)
    {
        var rows = new List<JsonElement>();
        foreach (var who in readers) rows.AddRange(await RowsAsync(site, set, who));
        var properties = set.Shape.Properties.Select(p => new SampledProperty(p, [.. Values(rows, p).Select(v => Literal(p, v)).Concat(Edges(p)).Distinct()])).ToArray();
        var words = set.Declared.Board.Search.SelectMany(name => Values(rows, set.Shape.Find(name)!)).SelectMany(v => v.GetString()!.Split(' '))
            .Select(w => new string([.. w.Where(char.IsLetterOrDigit)])).Where(w => w.Length > 2 && w is not ("AND" or "NOT")).Distinct().Take(30).ToArray();
        return new(set, properties, words, [.. rows.Select(row => Literal(set.Shape.Keys[0], row.GetProperty(set.Shape.Keys[0].Name))).Distinct()]);
    }

    private static async Task<JsonElement[]> RowsAsync(ServedSite site, ServedSet set, TestPerson? who)
    {
        var answer = await site.GetAsync(who, $"/odata/{set.Module}/{set.Name}");
        Assert.True(answer.Status == 200, $"{set.Module}/{set.Name}: {answer.Status} {answer.Body}");
        return [.. JsonDocument.Parse(answer.Body).RootElement.GetProperty("value").EnumerateArray()];
    }

    private static IEnumerable<JsonElement> Values(IEnumerable<JsonElement> rows, RowProperty property) => rows.Select(row => row.GetProperty(property.Name))
        .SelectMany(value => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().ToArray() : [value])
        .Where(value => value.ValueKind != JsonValueKind.Null).DistinctBy(value => value.GetRawText()).Take(ValuesOfEach);

    private static string Literal(RowProperty property, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when property.Type.Primitive is EdmPrimitiveTypeKind.String or null => Quoted(value.GetString()!.Length > 40 ? value.GetString()![..40] : value.GetString()!),
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string[] Edges(RowProperty property) => property.Type.Primitive switch
    {
        EdmPrimitiveTypeKind.String => ["''", "'ñ'", "'%'", "'_'", "'a'", "'\\'", "'O''Brien'"],
        EdmPrimitiveTypeKind.Int32 or EdmPrimitiveTypeKind.Int64 or EdmPrimitiveTypeKind.Int16 => ["0", "-1", "3"],
        EdmPrimitiveTypeKind.Decimal or EdmPrimitiveTypeKind.Double => ["0", "2.5", "-1", "50"],
        EdmPrimitiveTypeKind.DateTimeOffset => ["2026-01-01T00:00:00Z", "2026-10-01T12:30:00+02:00", "1999-12-31T23:59:59.999999-05:00"],
        EdmPrimitiveTypeKind.Date => ["2024-02-29", "2000-01-01"],
        EdmPrimitiveTypeKind.Guid => [Guid.Empty.ToString()],
        EdmPrimitiveTypeKind.Boolean => ["true", "false"],
        _ => [],
    };
}
