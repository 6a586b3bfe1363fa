using IJJO.Platform.OData;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Boards;

/// <summary>
/// The rows that an action is asked for, as they stand in its address: each by <c>row=</c> and its key, or with <c>all=1</c> and the list's own query all rows
/// of the list.
/// </summary>
internal sealed record ActionSelection(IReadOnlyList<BoardRow> Rows, bool IsAll, bool IsTooMany)
{
    public const int Most = 1_000;

    public static async Task<ActionSelection> ReadAsync(IBoardReader reader, ServedSet set, IQueryCollection query, CancellationToken cancel)
    {
        var rows = new List<BoardRow>();
        if (query["all"] == "1")
        {
            var list = new BoardQuery(set, query);
            await foreach (var row in reader.AllAsync(list.ToOData(list.View), cancel))
            {
                if (rows.Count == Most) return new(rows, true, true);
                rows.Add(row);
            }
            return new(rows, true, false);
        }

        var keys = query["row"].OfType<string>().Distinct().ToArray();
        foreach (var key in keys.Take(Most))
        {
            if (await reader.FindAsync(key, cancel) is { } row) rows.Add(row);
        }
        return new(rows, false, keys.Length > Most);
    }
}
