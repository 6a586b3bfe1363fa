using System.Data;
using System.Runtime.CompilerServices;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Boards;

/// <summary>All rows of a list in one snapshot, handed on as the database sends them: none is kept.</summary>
internal abstract class ExportRows : IAsyncDisposable
{
    /// <summary>How many there will be.</summary>
    public long Count { get; protected set; }

    public static async Task<ExportRows> OpenAsync(
        IServiceProvider services, ServedSet set, IReadOnlyDictionary<string, string> options, IReadOnlyList<ExportColumn> columns, CancellationToken cancel)
    {
        var rows = (ExportRows)Activator.CreateInstance(typeof(ExportRows<>).MakeGenericType(set.Declared.Row), services, set)!;
        await rows.OpenAsync(QueryParser.Parse(set, options), [.. columns.Select(column => column.Property)], cancel);
        return rows;
    }

    public abstract IAsyncEnumerable<object> ReadAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();

    protected abstract Task OpenAsync(ParsedQuery query, IReadOnlyList<RowProperty> properties, CancellationToken cancel);
}

internal sealed class ExportRows<TRow>(IServiceProvider services, ServedSet set) : ExportRows where TRow : class
{
    // A page has three seconds. A file may sort a million rows first; nobody waits longer than this for the first one.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly DbContext _db = (DbContext)services.GetRequiredService(set.Declared.Context);
    private IQueryable<TRow> _rows = null!;
    private IDbContextTransaction? _snapshot;
    private int _backend;

    protected override async Task OpenAsync(ParsedQuery query, IReadOnlyList<RowProperty> properties, CancellationToken cancel)
    {
        var reader = SetReader<TRow>.Of(services, set);
        var filtered = await reader.FilteredAsync(query);
        var order = reader.OrderOf(query);
        var keyset = KeysetOrder.From(order, set.Shape);
        _rows = Selection.Project(reader.Sort(filtered, order, keyset), set.Shape, properties, keyset);
        _db.Database.SetCommandTimeout(Patience);
        _snapshot = await _db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        _backend = ((NpgsqlConnection)_db.Database.GetDbConnection()).ProcessID;
        Count = await filtered.LongCountAsync(cancel);
    }

    public override async IAsyncEnumerable<object> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var rows = _rows.AsAsyncEnumerable().GetAsyncEnumerator(cancel);
        var ended = false;
        try
        {
            while (await rows.MoveNextAsync()) yield return rows.Current;
            ended = true;
        }
        finally
        {
            if (ended) await rows.DisposeAsync();
            else await BreakOffAsync(rows);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        if (_snapshot is not null) await _snapshot.DisposeAsync();
    }

    /// <summary>Npgsql reads a result to its end before it lets go of it, which would be all the rows that nobody wants any more.</summary>
    private async Task BreakOffAsync(IAsyncEnumerator<TRow> rows)
    {
        try
        {
            await using var stop = services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT pg_cancel_backend($1)");
            stop.Parameters.Add(new() { Value = _backend });
            await stop.ExecuteNonQueryAsync();
            await rows.DisposeAsync();
        }
        catch (Exception cancelled) when (cancelled is NpgsqlException or OperationCanceledException)
        {
            // That is what was asked for.
        }
    }
}
