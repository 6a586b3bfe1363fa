using System.Diagnostics;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Builder;
using Npgsql;

namespace IJJO.Platform.Benchmarks;

/// <summary>The whole site with the fixture module and as many rows as a benchmark wants.</summary>
internal static class Listing
{
    internal static async Task<TestHost> StartAsync(string database, int rows, string environment = "Production", Action<WebApplicationBuilder>? configure = null)
    {
        var host = await TestHost.StartAsync([TestPlaces.Fixture("Listing")], [$"environment={environment}"], database, configure);
        await using var source = NpgsqlDataSource.Create(database);
        await using var fill = source.CreateCommand("""
            INSERT INTO listing.items
            SELECT gen_random_uuid(), 'Item ' || n, (array['new', 'open', 'done'])[1 + n % 3], (array['ES', 'FR', 'BE', 'IE'])[1 + n % 4],
                CASE WHEN n % 5 > 0 THEN repeat('A sentence about the item. ', 8) END, n % 100, n / 100.0, '2000-01-01'::timestamptz + n * interval '7 minutes',
                array['mediation', 'diversion']
            FROM generate_series(1, $1) AS n
            """);
        fill.CommandTimeout = 0;
        fill.Parameters.Add(new() { Value = rows });
        await fill.ExecuteNonQueryAsync();
        await using var settle = source.CreateCommand("VACUUM ANALYZE listing.items");
        settle.CommandTimeout = 0;
        await settle.ExecuteNonQueryAsync();
        return host;
    }

    /// <summary>Asks in rounds, one address after the other, so that whatever else the machine does meets all of them alike.</summary>
    internal static async Task AskAsync(HttpClient http, int warm, int rounds, int perRound, params (string Address, Latencies Took)[] ways)
    {
        foreach (var (address, _) in ways) await AskAsync(http, address, warm, new());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (address, took) in ways) await AskAsync(http, address, perRound, took);
        }
    }

    private static async Task AskAsync(HttpClient http, string address, int times, Latencies took)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(address);
            took.Add(Stopwatch.GetElapsedTime(began));
        }
        took.AddProcessor(Environment.CpuUsage.TotalTime - before);
    }
}
