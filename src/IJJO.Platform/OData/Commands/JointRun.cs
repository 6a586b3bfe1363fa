using IJJO.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>
/// Several commands in one transaction of a module's context and one scope: committed together, or, without <see cref="CommitAsync"/>, as if they had never
/// been. A dry run is one that nobody commits.
/// </summary>
internal sealed class JointRun : IAsyncDisposable
{
    private readonly ModuleDbContext _db;
    private readonly AfterCommit _afterCommit;
    private readonly AfterCommit.Held _held = new();
    private readonly List<Happened> _events = [];
    private IDbContextTransaction? _transaction;
    private string _step = "";

    public JointRun(IServiceProvider scope, Type context)
    {
        _db = (ModuleDbContext)scope.GetRequiredService(context);
        _afterCommit = scope.GetRequiredService<AfterCommit>();
        _db.SavingChanges += Note;
    }

    /// <summary>What the steps have published so far.</summary>
    public IReadOnlyList<Happened> Events => _events;

    public bool IsOpen => _transaction is not null;

    public async Task OpenAsync(CancellationToken cancel) => _transaction = await _db.Database.BeginTransactionAsync(cancel);

    /// <summary>Does one thing; what it did stays if it says so, and is undone otherwise.</summary>
    public async Task StepAsync(string name, Func<Task<bool>> step, CancellationToken cancel)
    {
        _step = name;
        _afterCommit.Enter(_held);
        var (events, waiting) = (_events.Count, _held.Waiting.Count);
        await using var savepoint = await _db.Database.BeginTransactionAsync(cancel);
        // Each step begins as a request of its own would: with what is in the database.
        _db.ChangeTracker.Clear();
        if (await step())
        {
            await savepoint.CommitAsync(cancel);
            return;
        }

        _events.RemoveRange(events, _events.Count - events);
        _held.Waiting.RemoveRange(waiting, _held.Waiting.Count - waiting);
    }

    /// <summary>A statement of the platform's own in the same transaction.</summary>
    public Task<int> ExecuteAsync(FormattableString sql, CancellationToken cancel) => _db.Database.ExecuteSqlAsync(sql, cancel);

    public async Task CommitAsync(CancellationToken cancel)
    {
        await _transaction!.CommitAsync(cancel);
        await _held.LetGoAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _held.Dispose();
        _db.SavingChanges -= Note;
        _db.ChangeTracker.Clear();
        if (_transaction is not null) await _transaction.DisposeAsync();
    }

    private void Note(object? sender, SavingChangesEventArgs e) => _events.AddRange(_db.ChangeTracker.Entries<OutboxRow>()
        .Where(entry => entry.State == EntityState.Added && _events.All(known => known.Event.Id != entry.Entity.Id))
        .Select(entry => new Happened(_step, entry.Entity)));
}

/// <summary>An event that a step has published.</summary>
internal sealed record Happened(string Step, OutboxRow Event);
