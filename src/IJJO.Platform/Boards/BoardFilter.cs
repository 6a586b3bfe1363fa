using System.Globalization;
using IJJO.Platform.OData;
using Microsoft.OData.Edm;

namespace IJJO.Platform.Boards;

/// <summary>The filter fields of a list as OData filters. What does not parse filters nothing, and stays in its field to be corrected.</summary>
internal static class BoardFilter
{
    public static IEnumerable<string?> Of(BoardQuery query) =>
        query.Set.Declared.Board.Filters.Select(query.Set.Shape.Find).OfType<RowProperty>().SelectMany(property => Of(query, property));

    public static FilterKind KindOf(ServedSet set, RowProperty property) =>
        set.Declared.Board.Vocabularies.ContainsKey(property.Name) || set.Declared.Board.States.Contains(property.Name) || property.Type.IsEnum ? FilterKind.Choice
        : property.Type.Primitive switch
        {
            EdmPrimitiveTypeKind.Boolean => FilterKind.YesNo,
            EdmPrimitiveTypeKind.DateTimeOffset or EdmPrimitiveTypeKind.Date => FilterKind.Dates,
            EdmPrimitiveTypeKind.String when !property.Type.IsCollection => FilterKind.Text,
            EdmPrimitiveTypeKind.Guid or EdmPrimitiveTypeKind.String => FilterKind.Value,
            _ => FilterKind.Numbers,
        };

    private static IEnumerable<string?> Of(BoardQuery query, RowProperty property)
    {
        var (name, typed) = (property.Name, query.Filter(property.Name));
        switch (KindOf(query.Set, property))
        {
            case FilterKind.Text when typed is not null: yield return $"contains(tolower({name}),tolower({Quote(typed)}))"; break;
            case FilterKind.YesNo when typed is "true" or "false": yield return $"{name} eq {typed}"; break;
            case FilterKind.Value when property.Type.Primitive == EdmPrimitiveTypeKind.Guid:
                if (Guid.TryParse(typed, out var id)) yield return $"{name} eq {id}";
                break;
            case FilterKind.Choice or FilterKind.Value when typed is not null && property.Type.IsCollection: yield return $"{name}/any(one:one eq {Quote(typed)})"; break;
            case FilterKind.Choice when typed is not null: yield return $"{name} eq {Quote(typed)}"; break;
            case FilterKind.Dates:
                if (Day(query.Filter(name, ".from")) is { } from) yield return $"{name} ge {Moment(property, from)}";
                if (Day(query.Filter(name, ".to")) is { } to) yield return $"{name} lt {Moment(property, to.AddDays(1))}";
                break;
            case FilterKind.Numbers:
                if (Number(query.Filter(name, ".from")) is { } least) yield return $"{name} ge {least}";
                if (Number(query.Filter(name, ".to")) is { } most) yield return $"{name} le {most}";
                break;
        }
    }

    private static string Quote(string text) => $"'{text.Replace("'", "''")}'";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    private static string Moment(RowProperty property, DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + (property.Type.Primitive == EdmPrimitiveTypeKind.Date ? "" : "T00:00:00Z");

    private static string? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number.ToString(CultureInfo.InvariantCulture) : null;
}

/// <summary>The field that a filter is shown as.</summary>
internal enum FilterKind { Text, Value, Choice, YesNo, Dates, Numbers }
