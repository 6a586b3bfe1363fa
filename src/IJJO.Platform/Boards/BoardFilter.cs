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
        : property.Type.IsCollection ? property.Type.Primitive == EdmPrimitiveTypeKind.String ? FilterKind.Value : FilterKind.None
        : property.Type.Primitive switch
        {
            EdmPrimitiveTypeKind.Boolean => FilterKind.YesNo,
            EdmPrimitiveTypeKind.DateTimeOffset or EdmPrimitiveTypeKind.Date => FilterKind.Dates,
            EdmPrimitiveTypeKind.String => FilterKind.Text,
            EdmPrimitiveTypeKind.Guid => FilterKind.Value,
            EdmPrimitiveTypeKind.Duration or EdmPrimitiveTypeKind.TimeOfDay or EdmPrimitiveTypeKind.Binary => FilterKind.None,
            _ => FilterKind.Numbers,
        };

    /// <summary>The operator that has no name in the address.</summary>
    public static string Usual(FilterKind kind) => kind switch
    {
        FilterKind.Text => "contains",
        FilterKind.Choice => "any",
        FilterKind.Dates or FilterKind.Numbers => "between",
        _ => "is",
    };

    /// <summary>The operators beside it.</summary>
    public static IReadOnlyList<string> Operators(ServedSet set, RowProperty property)
    {
        string[] own = KindOf(set, property) switch
        {
            FilterKind.Text => ["starts", "eq", "ne"],
            FilterKind.Choice or FilterKind.Value => ["ne"],
            FilterKind.Dates => ["eq", "lt", "gt"],
            FilterKind.Numbers => ["eq", "ne", "lt", "gt"],
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
        if (op is "ne") return [None(property, Any(property, kind, query.Choices(name)))];
        return kind switch
        {
            FilterKind.Choice or FilterKind.Value => [Any(property, kind, query.Choices(name))],
            FilterKind.Text or FilterKind.Numbers when op is "eq" => [Any(property, kind, query.Choices(name))],
            FilterKind.Text when typed is not null => [op is null ? $"contains(tolower({name}),tolower({Quote(typed)}))" : $"startswith(tolower({name}),tolower({Quote(typed)}))"],
            FilterKind.YesNo when typed is "true" or "false" => [$"{name} eq {typed}"],
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

    /// <summary>That it is one of these; what does not parse is none.</summary>
    private static string? Any(RowProperty property, FilterKind kind, IEnumerable<string> values)
    {
        var one = property.Type.IsCollection ? "one" : property.Name;
        var any = string.Join(" or ", values.Select(value => Is(property, kind, one, value)).OfType<string>());
        return any.Length == 0 ? null : property.Type.IsCollection ? $"{property.Name}/any(one:{any})" : any;
    }

    private static string? Is(RowProperty property, FilterKind kind, string one, string value) => kind switch
    {
        FilterKind.Text => $"tolower({one}) eq tolower({Quote(value)})",
        FilterKind.Numbers => Number(value) is { } number ? $"{one} eq {number}" : null,
        _ when property.Type.Primitive == EdmPrimitiveTypeKind.Guid => Guid.TryParseExact(value, "D", out var id) ? $"{one} eq {id}" : null,
        _ => $"{one} eq {Quote(value)}",
    };

    private static string? None(RowProperty property, string? any) =>
        any is null ? null : property.Type.IsCollection ? $"not ({any})" : $"({property.Name} eq null or not ({any}))";

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
