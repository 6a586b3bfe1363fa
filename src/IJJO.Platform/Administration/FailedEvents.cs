using IJJO.Platform.Identity;
using Npgsql;

namespace IJJO.Platform.Administration;

/// <summary>An event that some handler has refused so far.</summary>
internal sealed record FailedEvent(string Schema, Guid Id, string Name, DateTimeOffset OccurredAt, int Attempts, DateTimeOffset NextTryAt, string Error);

/// <summary>Reads the outboxes of all schemas. Schema names come from the catalogue, never from a request.</summary>
internal sealed class FailedEvents(NpgsqlDataSource source, IModuleCatalog catalog)
{
    private const int Most = 200;

    internal IEnumerable<string> Schemas => catalog.Running.Where(module => module.Declared<DatabaseDeclaration>().Any()).Select(module => module.Key.Replace('-', '_'));

    internal async Task<IReadOnlyList<FailedEvent>> ListAsync(CancellationToken cancel)
    {
        // Few rows: the partial index on undone rows serves each branch.
        var sql = string.Join(" UNION ALL ", Schemas.Select(schema =>
            $"SELECT '{schema}', id, name, occurred_at, attempts, next_try_at, last_error FROM \"{schema}\".__outbox WHERE done_at IS NULL AND last_error IS NOT NULL"));
        await using var command = source.CreateCommand($"{sql} ORDER BY 4 DESC LIMIT {Most}");
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var failed = new List<FailedEvent>();
        while (await rows.ReadAsync(cancel))
        {
            failed.Add(new FailedEvent(
                rows.GetString(0), rows.GetGuid(1), rows.GetString(2), rows.GetFieldValue<DateTimeOffset>(3), rows.GetInt32(4),
                rows.GetFieldValue<DateTimeOffset>(5), rows.GetString(6)));
        }

        return failed;
    }
}

/// <summary>Delivers a failed event again now instead of after its pause.</summary>
internal sealed record RetryEvent(string Schema, Guid Id);

internal sealed class RetryEventHandler(NpgsqlDataSource source, FailedEvents events, ICurrentUser user, Audit.IAudit audit) : ICommandHandler<RetryEvent>
{
    public async Task<Result> Handle(RetryEvent command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        if (!events.Schemas.Contains(command.Schema)) return Result.NotFound();
        await using var retry = source.CreateCommand($"UPDATE \"{command.Schema}\".__outbox SET next_try_at = now() WHERE id = $1 AND done_at IS NULL");
        retry.Parameters.Add(new() { Value = command.Id });
        if (await retry.ExecuteNonQueryAsync(cancel) == 0) return Result.NotFound();
        await using var wake = source.CreateCommand("SELECT pg_notify($1, $2)");
        wake.Parameters.Add(new() { Value = ModuleDbContext.EventChannel });
        wake.Parameters.Add(new() { Value = command.Schema });
        await wake.ExecuteNonQueryAsync(cancel);
        await audit.DidAsync("platform.retry-event", command.Id, cancel);
        return Result.Ok();
    }
}
