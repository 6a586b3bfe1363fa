using IJJO.Platform.OData;

namespace IJJO.Platform.Boards;

/// <summary>One column of a file.</summary>
internal sealed record ExportColumn(RowProperty Property, string Title);

internal static class ExportColumns
{
    /// <summary>The columns of the list, in its order, named as there. Files hold moments in UTC and say so.</summary>
    public static IReadOnlyList<ExportColumn> Of(BoardQuery query, BoardTexts texts, Texts platform) =>
    [
        .. query.Columns.Select(query.Set.Shape.Find).OfType<RowProperty>().Select(property => new ExportColumn(
            property,
            texts.Property(query.Set.Module, query.Set.Name, property.Name) + (property.Type.Element == typeof(DateTimeOffset) ? $" ({platform.Get("platform", "board.utc")})" : ""))),
    ];
}
