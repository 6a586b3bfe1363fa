using IJJO.Platform.Events;
using Npgsql;
using NpgsqlTypes;

namespace IJJO.Platform.Timeline;

/// <summary>Copies an event that belongs to a case or a party into the one timeline, once however often it is delivered, and never about somebody who was erased.</summary>
internal sealed class TimelineProjection(NpgsqlDataSource source)
{
    internal async Task ProjectAsync(string schema, LeasedEvent leased, CancellationToken cancel)
    {
        if (leased.PartyId is null && leased.Cases is null or []) return;
        await using var insert = source.CreateCommand("""
            INSERT INTO platform.timeline (event_id, name, module, occurred_at, cases, party_id, shown_to_party, payload)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS (SELECT FROM platform.erased_parties WHERE party_id = $6) ON CONFLICT DO NOTHING
            """);
        insert.Parameters.AddRange(new NpgsqlParameter[]
        {
            new() { Value = leased.Id },
            new() { Value = leased.Name },
            new() { Value = schema.Replace('_', '-') },
            new() { Value = leased.OccurredAt },
            new() { Value = leased.Cases ?? [] },
            new() { Value = (object?)leased.PartyId ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
            new() { Value = leased.ShownToParty },
            new() { Value = leased.Payload, NpgsqlDbType = NpgsqlDbType.Jsonb },
        });
        await insert.ExecuteNonQueryAsync(cancel);
    }
}
