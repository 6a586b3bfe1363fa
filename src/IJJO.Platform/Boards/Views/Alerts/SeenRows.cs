using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Tells which rows have come into a view since it was looked at last, and remembers what is there now. Call it in a transaction that holds the alert.</summary>
internal sealed class SeenRows(PlatformDb db, BoardReaders readers)
{
    /// <summary>Above it, a view is no list that somebody waits for, and its keys are many to read again and again.</summary>
    public const int Most = 10_000;

    /// <summary>The rows that are new, newest first; none where the view asks for something else than before; <c>null</c> where there are too many to follow.</summary>
    public async Task<IReadOnlyList<BoardRow>?> LookAsync(ViewAlert alert, FoundView view, CancellationToken cancel)
    {
        var rows = await readers.Open(view.Set).NamesAsync(NewestRows.Of(view), Most + 1, cancel);
        if (rows.Count > Most) return null;

        string[] present = [.. rows.Select(row => row.Key)];
        // A row that leaves and comes back is new again.
        await db.Database.ExecuteSqlAsync($"DELETE FROM platform.view_alert_row WHERE alert_id = {alert.Id} AND NOT key = ANY({present})", cancel);
        var fresh = await db.Database.SqlQuery<string>($"""
            INSERT INTO platform.view_alert_row (alert_id, key) SELECT {alert.Id}, key FROM unnest({present}) AS present(key)
            ON CONFLICT DO NOTHING RETURNING key AS "Value"
            """).ToListAsync(cancel);
        var asked = string.Join('&', view.State.Rows(view.Set).OrderBy(option => option.Key).Select(option => $"{option.Key}={option.Value}"));
        var isSame = alert.SeenWith == asked;
        alert.SeenWith = asked;
        var keys = fresh.ToHashSet();
        return isSame ? [.. rows.Where(row => keys.Contains(row.Key))] : [];
    }
}
