using System.ComponentModel;
using System.Globalization;
using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Reads through the same query code as OData requests do.</summary>
internal sealed class BoardReader<TRow>(ServedSet set, IServiceProvider services) : IBoardReader where TRow : class
{
    private readonly SetReader<TRow> _reader = SetReader<TRow>.Of(services, set);

    public async Task<BoardRows> PageAsync(IReadOnlyDictionary<string, string> options, string? after, int size, CancellationToken cancel)
    {
        var query = QueryParser.Parse(set, options) with { PageSize = size, Count = true, SkipToken = after };
        var page = await AskAsync(options, () => _reader.PageAsync(query, cancel), cancel);
        return new([.. page.Rows.Select(row => new BoardRow(set, row))], page.Count ?? 0, page.Next?.SkipToken);
    }

    public Task<long> CountAsync(IReadOnlyDictionary<string, string> options, CancellationToken cancel)
    {
        var query = QueryParser.Parse(set, options);
        return AskAsync(options, async () => await (await _reader.FilteredAsync(query)).LongCountAsync(cancel), cancel);
    }

    public Task<IReadOnlyList<IReadOnlyDictionary<string, object>>> GroupsAsync(IReadOnlyDictionary<string, string> options, CancellationToken cancel) =>
        AskAsync(options, () => _reader.GroupsAsync(options, cancel), cancel);

    public async Task<BoardRow?> FindAsync(string key, CancellationToken cancel)
    {
        var parts = set.Shape.Keys.Count == 1 ? [key] : key.Split(',');
        if (parts.Length != set.Shape.Keys.Count) return null;
        var values = new List<KeyValuePair<string, object>>();
        foreach (var (property, text) in set.Shape.Keys.Zip(parts))
        {
            if (Value(property, text) is not { } value) return null;
            values.Add(KeyValuePair.Create(property.Name, value));
        }
        return await _reader.FindAsync(values, null, cancel) is { } row ? new(set, row) : null;
    }

    public async Task<bool> IsAmongAsync(BoardRow row, string filter, CancellationToken cancel)
    {
        var rows = await _reader.FilteredAsync(QueryParser.Parse(set, new Dictionary<string, string> { ["$filter"] = filter }));
        return await _reader.WithKey(set.Shape.Keys.Select(key => KeyValuePair.Create(key.Name, key.ValueOf(row.Row)!)), rows).AnyAsync(cancel);
    }

    public async Task<IReadOnlyList<string>> ValuesAsync(RowProperty property, CancellationToken cancel)
    {
        if (property.Info.PropertyType != typeof(string)) return [];
        var row = Expression.Parameter(typeof(TRow), "row");
        var value = Expression.Lambda<Func<TRow, string>>(Expression.Property(row, property.Info), row);
        return await _reader.Rows.Select(value).Where(text => text != null).Distinct().OrderBy(text => text).Take(50).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<BoardRow>> NamesAsync(IReadOnlyDictionary<string, string> options, int most, CancellationToken cancel)
    {
        var query = QueryParser.Parse(set, options);
        var order = _reader.OrderOf(query);
        var sorted = _reader.Sort(await _reader.FilteredAsync(query), order, KeysetOrder.From(order, set.Shape)).Take(most);
        var title = set.Declared.Board.Title is { } name ? set.Shape.Find(name) : null;
        var rows = await AskAsync(options, () => Selection.Project(sorted, set.Shape, title is null ? [] : [title], null).ToListAsync(cancel), cancel);
        return [.. rows.Select(row => new BoardRow(set, row))];
    }

    public async IAsyncEnumerable<BoardRow> AllAsync(IReadOnlyDictionary<string, string> options, [EnumeratorCancellation] CancellationToken cancel)
    {
        var query = QueryParser.Parse(set, options);
        var order = _reader.OrderOf(query);
        var rows = _reader.Sort(await _reader.FilteredAsync(query), order, KeysetOrder.From(order, set.Shape));
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel)) yield return new(set, row);
    }

    private Task<T> AskAsync<T>(IReadOnlyDictionary<string, string> options, Func<Task<T>> ask, CancellationToken cancel) =>
        _reader.AskAsync(() => string.Join('&', options.Select(option => $"{option.Key}={option.Value}")), ask, cancel);

    private static object? Value(RowProperty property, string text)
    {
        try
        {
            return TypeDescriptor.GetConverter(property.Type.Element).ConvertFromString(null, CultureInfo.InvariantCulture, text);
        }
        catch (Exception fault) when (fault is FormatException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
