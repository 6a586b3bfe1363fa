using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Events;

/// <summary>One handler of one event: a scope of the consumer, its inbox row, its changes and the commit, all in one transaction.</summary>
internal sealed class EventHandling(IServiceScopeFactory scopes)
{
    internal async Task HandleAsync(LeasedEvent leased, Subscription subscription, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDbContext)scope.ServiceProvider.GetRequiredService(subscription.Context);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        var isNew = await RememberAsync(db, leased.Id, subscription.Handler.Handler.Name, cancel);
        if (!isNew) return;

        await subscription.Handler.HandleAsync(scope.ServiceProvider, leased.Payload, cancel);
        if (leased.IsOfThePast) Date(db, leased.OccurredAt);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>What an event of an import or a sample causes belongs to its time, so that the timeline keeps its order.</summary>
    private static void Date(ModuleDbContext db, DateTimeOffset occurredAt)
    {
        foreach (var caused in db.ChangeTracker.Entries<OutboxRow>().Where(row => row is { State: EntityState.Added, Entity.OccurredAt: null }))
        {
            caused.Property(row => row.OccurredAt).CurrentValue = occurredAt.AddSeconds(1);
        }
    }

    /// <summary>A second delivery waits here for the first one's transaction and then finds the row.</summary>
    private static async Task<bool> RememberAsync(ModuleDbContext db, Guid eventId, string handler, CancellationToken cancel)
    {
        await using var insert = (NpgsqlCommand)db.Database.GetDbConnection().CreateCommand();
        insert.Transaction = (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction();
        insert.CommandText = $"INSERT INTO \"{db.Schema}\".__inbox (event_id, handler) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        insert.Parameters.AddRange(new NpgsqlParameter[] { new() { Value = eventId }, new() { Value = handler } });
        return await insert.ExecuteNonQueryAsync(cancel) == 1;
    }
}

/// <summary>A handler and the context of the module that declared it.</summary>
internal sealed record Subscription(string Module, Type Context, HandlerDeclaration Handler);
