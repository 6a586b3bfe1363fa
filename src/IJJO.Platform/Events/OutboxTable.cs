using Npgsql;

namespace IJJO.Platform.Events;

/// <summary>An event that this host has leased.</summary>
internal sealed record LeasedEvent(
    Guid Id, string Name, string Payload, DateTimeOffset OccurredAt, int Attempts, string? TraceParent, Guid[]? Cases, Guid? PartyId, bool ShownToParty, bool Waits)
{
    /// <summary>Whether its publisher dated it back: an id of version 7 holds when it was published. Whoever writes an outbox by hand may use another.</summary>
    internal bool IsOfThePast => Id.Version == 7 && OccurredAt < DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(Id.ToString("N")[..12], 16)).AddMinutes(-1);
}

/// <summary>The statements on one schema's outbox. All times are the database's.</summary>
internal sealed class OutboxTable(NpgsqlDataSource source, string schema)
{
    private const int BatchSize = 50;

    /// <summary>Long enough for a batch of ordinary handlers, short enough that a killed host's events do not wait for people to notice.</summary>
    private const string Lease = "15 seconds";

    internal string Schema => schema;

    internal async Task<IReadOnlyList<LeasedEvent>> LeaseAsync(CancellationToken cancel)
    {
        // Relies on the partial index on next_try_at (done_at IS NULL): the plan touches the due rows only. SKIP LOCKED lets hosts lease side by side.
        await using var command = source.CreateCommand($"""
            UPDATE "{schema}".__outbox AS o
            SET next_try_at = now() + interval '{Lease}', attempts = attempts + 1
            FROM (
                SELECT id FROM "{schema}".__outbox
                WHERE done_at IS NULL AND next_try_at <= now()
                ORDER BY next_try_at, id LIMIT {BatchSize}
                FOR UPDATE SKIP LOCKED) AS due
            WHERE o.id = due.id
            RETURNING o.id, o.name, o.payload, o.occurred_at, o.attempts, o.trace_parent, o.cases, o.party_id, o.shown_to_party, o.waits
            """);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var leased = new List<LeasedEvent>();
        while (await rows.ReadAsync(cancel))
        {
            leased.Add(new LeasedEvent(
                rows.GetGuid(0), rows.GetString(1), rows.GetString(2), rows.GetFieldValue<DateTimeOffset>(3), rows.GetInt32(4),
                rows.IsDBNull(5) ? null : rows.GetString(5), rows.IsDBNull(6) ? null : rows.GetFieldValue<Guid[]>(6),
                rows.IsDBNull(7) ? null : rows.GetGuid(7), rows.GetBoolean(8), rows.GetBoolean(9)));
        }

        // UUID version 7 sorts by time: handlers see events in the order of publishing, as far as retries allow.
        leased.Sort((a, b) => string.CompareOrdinal(a.Id.ToString(), b.Id.ToString()));
        return leased;
    }

    /// <summary>Keeps the lease while a long batch is worked through.</summary>
    internal Task RenewAsync(IEnumerable<Guid> ids, CancellationToken cancel) =>
        ExecuteAsync($"UPDATE \"{schema}\".__outbox SET next_try_at = now() + interval '{Lease}' WHERE id = ANY($1) AND done_at IS NULL", cancel, ids.ToArray());

    internal Task DoneAsync(Guid id, CancellationToken cancel) =>
        ExecuteAsync($"UPDATE \"{schema}\".__outbox SET done_at = now(), last_error = NULL WHERE id = $1", cancel, id);

    internal Task FailedAsync(Guid id, TimeSpan backOff, string error, CancellationToken cancel) =>
        ExecuteAsync($"UPDATE \"{schema}\".__outbox SET next_try_at = now() + $2, last_error = $3 WHERE id = $1", cancel, id, backOff, error);

    private async Task ExecuteAsync(string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = source.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
