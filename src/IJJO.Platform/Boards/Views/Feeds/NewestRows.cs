using IJJO.Platform.OData;
using Microsoft.OData.Edm;

namespace IJJO.Platform.Boards;

/// <summary>The rows of a view with the newest first: by the moment that the list is ordered by, or shows, else by the time in version 7 identifiers.</summary>
internal static class NewestRows
{
    public static IReadOnlyDictionary<string, string> Of(FoundView view) => new Dictionary<string, string>(view.State.Rows(view.Set)) { ["$orderby"] = OrderBy(view.Set) };

    /// <summary>When the row came, as far as it can be told.</summary>
    public static DateTimeOffset? MomentOf(BoardRow row) =>
        Moment(row.Set) is { } property && row[property] is DateTimeOffset at ? at
        : row.Set.Shape.Keys is [var key] && key.ValueOf(row.Row) is Guid { Version: 7 } id ? TimeOf(id)
        : null;

    /// <summary>What the row is called.</summary>
    public static string TitleOf(BoardRow row, BoardValues values) => row.Set.Declared.Board.Title is { } title && values.Of(row.Set, title, row[title]) is { Length: > 0 } name ? name : row.Key;

    private static string OrderBy(ServedSet set) => Moment(set) is { } property ? $"{property} desc" : string.Join(',', set.Shape.Keys.Select(key => $"{key.Name} desc"));

    private static string? Moment(ServedSet set)
    {
        var board = set.Declared.Board;
        var names = (board.OrderBy ?? "").Split(',', ' ').Take(1).Concat(board.Columns).Concat(set.Shape.Properties.Select(property => property.Name));
        return names.FirstOrDefault(name => set.Shape.Find(name) is { IsNullable: false, Type: { Primitive: EdmPrimitiveTypeKind.DateTimeOffset, IsCollection: false } });
    }

    // RFC 9562, 5.7: the first 48 bits are milliseconds of Unix time.
    private static DateTimeOffset TimeOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return DateTimeOffset.FromUnixTimeMilliseconds(System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(bytes) >>> 16);
    }
}
