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
    private const int ValuesOfEach = 12;

    public string Address => $"/odata/{Set.Module}/{Set.Name}";

    public static async Task<SetSample> ReadAsync(ServedSite site, TestPerson? who, ServedSet set)
    {
        var answer = await site.GetAsync(who, $"/odata/{set.Module}/{set.Name}");
        Assert.True(answer.Status == 200, $"{set.Module}/{set.Name}: {answer.Status} {answer.Body}");
        using var page = JsonDocument.Parse(answer.Body);
        var rows = page.RootElement.GetProperty("value").EnumerateArray().ToArray();
        var properties = set.Shape.Properties.Select(p => new SampledProperty(p, [.. Values(rows, p).Select(v => Literal(p, v)).Concat(Edges(p)).Distinct()])).ToArray();
        var words = set.Declared.Board.Search.SelectMany(name => Values(rows, set.Shape.Find(name)!)).SelectMany(v => v.GetString()!.Split(' '))
            .Select(w => new string([.. w.Where(char.IsLetterOrDigit)])).Where(w => w.Length > 2 && w is not ("AND" or "NOT")).Distinct().Take(30).ToArray();
        return new(set, properties, words, [.. rows.Select(row => Literal(set.Shape.Keys[0], row.GetProperty(set.Shape.Keys[0].Name)))]);
    }

    private static IEnumerable<JsonElement> Values(JsonElement[] rows, RowProperty property) => rows.Select(row => row.GetProperty(property.Name))
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
