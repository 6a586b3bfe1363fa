using System.Globalization;
using IJJO.Platform.OData;
using Microsoft.OData.Edm;

namespace IJJO.Platform.Boards;

/// <summary>
/// The filters of a list as OData filters. <c>f.Title=x</c> is the usual one of the property's kind, <c>f.Title.op=starts</c> another. What does not parse
/// filters nothing, and stays in its field to be corrected. The browser code (Client/src/list/filters.ts) makes the same of the same address.
/// </summary>
internal static class BoardFilter
{
    public const string Empty = "empty", Filled = "filled";

    public static IEnumerable<string?> Of(BoardQuery query) => query.Set.Shape.Properties.SelectMany(property => Of(query, property));

    public static FilterKind KindOf(ServedSet set, RowProperty property) =>
        set.Declared.Board.Vocabularies.ContainsKey(property.Name) || set.Declared.Board.States.Contains(property.Name) || property.Type.IsEnum ? FilterKind.Choice
        : property.Type.Primitive switch
        {
            EdmPrimitiveTypeKind.Boolean => FilterKind.YesNo,
            EdmPrimitiveTypeKind.DateTimeOffset or EdmPrimitiveTypeKind.Date => FilterKind.Dates,
            EdmPrimitiveTypeKind.String when !property.Type.IsCollection => FilterKind.Text,
            EdmPrimitiveTypeKind.Guid or EdmPrimitiveTypeKind.String => FilterKind.Value,
            EdmPrimitiveTypeKind.Duration or EdmPrimitiveTypeKind.TimeOfDay or EdmPrimitiveTypeKind.Binary => FilterKind.None,
            _ => FilterKind.Numbers,
        };

    /// <summary>The operators beside the usual one.</summary>
    public static IReadOnlyList<string> Operators(ServedSet set, RowProperty property)
    {
        string[] own = KindOf(set, property) switch
        {
            FilterKind.Text => ["starts", "eq", "ne"],
            FilterKind.Dates or FilterKind.Numbers when !property.Type.IsCollection => ["eq", "lt", "gt"],
            _ => [],
        };
        return property.IsNullable || property.Type.IsCollection ? [.. own, Empty, Filled] : own;
    }

    private static IEnumerable<string?> Of(BoardQuery query, RowProperty property)
    {
        var (name, typed, kind) = (property.Name, query.Filter(property.Name), KindOf(query.Set, property));
        var asked = query.Filter(name, ".op");
        var op = asked is not null && Operators(query.Set, property).Contains(asked) ? asked : null;
        if (op is Empty or Filled) return [IsEmpty(property, op == Empty)];
        if (property.Type.IsCollection && kind is not (FilterKind.Choice or FilterKind.Value)) return [];
        return kind switch
        {
            FilterKind.Text when typed is not null => [Text(name, op, Quote(typed))],
            FilterKind.YesNo when typed is "true" or "false" => [$"{name} eq {typed}"],
            FilterKind.Value when property.Type.Primitive == EdmPrimitiveTypeKind.Guid => [Guid.TryParse(typed, out var id) && !property.Type.IsCollection ? $"{name} eq {id}" : null],
            FilterKind.Choice or FilterKind.Value => [Any(property, query.Choices(name))],
            FilterKind.Dates when op is not null => Day(typed) is { } day ? Dates(property, op, day) : [],
            FilterKind.Dates =>
            [
                Day(query.Filter(name, ".from")) is { } from ? $"{name} ge {Moment(property, from)}" : null,
                Day(query.Filter(name, ".to")) is { } to ? $"{name} lt {Moment(property, to.AddDays(1))}" : null,
            ],
            FilterKind.Numbers when op is not null => [Number(typed) is { } number ? $"{name} {op} {number}" : null],
            FilterKind.Numbers =>
            [
                Number(query.Filter(name, ".from")) is { } least ? $"{name} ge {least}" : null,
                Number(query.Filter(name, ".to")) is { } most ? $"{name} le {most}" : null,
            ],
            _ => [],
        };
    }

    private static string IsEmpty(RowProperty property, bool empty)
    {
        var filled = property.Type.IsCollection ? $"{property.Name}/any()"
            : property.Type.Element == typeof(string) ? $"({property.Name} ne null and {property.Name} ne '')"
            : $"{property.Name} ne null";
        return empty ? $"not ({filled})" : filled;
    }

    private static string Text(string name, string? op, string value) => op switch
    {
        "starts" => $"startswith(tolower({name}),tolower({value}))",
        "eq" => $"tolower({name}) eq tolower({value})",
        "ne" => $"({name} eq null or tolower({name}) ne tolower({value}))",
        _ => $"contains(tolower({name}),tolower({value}))",
    };

    private static string? Any(RowProperty property, IReadOnlyList<string> values)
    {
        if (values.Count == 0) return null;
        var variable = property.Type.IsCollection ? "one" : property.Name;
        var any = string.Join(" or ", values.Select(value => $"{variable} eq {Quote(value)}"));
        return property.Type.IsCollection ? $"{property.Name}/any(one:{any})" : any;
    }

    private static IEnumerable<string?> Dates(RowProperty property, string op, DateOnly day)
    {
        if (op is "eq" or "gt") yield return $"{property.Name} ge {Moment(property, op == "eq" ? day : day.AddDays(1))}";
        if (op is "eq" or "lt") yield return $"{property.Name} lt {Moment(property, op == "eq" ? day.AddDays(1) : day)}";
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''")}'";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    private static string Moment(RowProperty property, DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (property.Type.Primitive == EdmPrimitiveTypeKind.Date ? "" : "T00:00:00Z");

    private static string? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
}

/// <summary>The field that a filter is shown as.</summary>
internal enum FilterKind { Text, Value, Choice, YesNo, Dates, Numbers, None }
