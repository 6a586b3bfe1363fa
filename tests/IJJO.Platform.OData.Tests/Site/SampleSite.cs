using IJJO.Platform.Identity;
using IJJO.Platform.OData.Tests;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace IJJO.Platform.OData.Tests;

/// <summary>
/// The site with all modules and its sample data. The host that made the data is gone; the one that answers is of the role <c>web</c>, so that nothing changes
/// while two answers are compared.
/// </summary>
public sealed class SampleSite : IAsyncLifetime
{
    internal static readonly string[] Modules = ["submissions", "evaluation", "outreach", "working-groups", "knowledge-feed"];
    private string _filled = "";
    private ServedSite _served = null!;

    internal ServedSite Served => _served;

    public async ValueTask InitializeAsync()
    {
        _filled = await TestServer.NewDatabaseAsync();
        await using (var first = await TestHost.StartAsync(Modules, ["Platform:SampleData=true"], _filled))
        {
            var seeders = first.Services.GetRequiredService<IModuleCatalog>().Running.Sum(m => m.Declared<SampleDataDeclaration>().Count());
            await Eventually.IsTrueAsync(async () => await SettledAsync(seeders), "the sample data", TimeSpan.FromMinutes(3));
        }
        NpgsqlConnection.ClearAllPools();
        await AddAsync("INSERT INTO outreach.suppression (id, address, scope, reason, evidence, added_at) SELECT gen_random_uuid(), 'nobody.' || n || '@example.org', 'all', 'requested', 'Asked ' || n, now() - n * interval '1 day' FROM generate_series(1, 5) n");
        await AddAsync("INSERT INTO platform.saved_view (id, module, set, name, query, owner_id, sharing, permission, changed_at) SELECT gen_random_uuid(), 'submissions', 'Proposals', 'Of ' || name, 'q=' || left(name, 3), id, CASE WHEN email LIKE 'evaluator%' THEN 'private' ELSE 'everyone' END, 'submissions.read', now() FROM identity.account");
        // Some who have scored owe a score again, so that the scores of others are hidden from them.
        await AddAsync("UPDATE evaluation.assignments SET state = 'open', closed_at = NULL WHERE id IN (SELECT m.id FROM evaluation.assignments m JOIN evaluation.assessments a ON a.case_id = m.case_id AND a.evaluator_id <> m.evaluator_id AND a.state = 'submitted' WHERE m.state = 'done' ORDER BY m.id LIMIT 20)");
        _served = await CopyAsync();
    }

    /// <summary>A site of its own over a copy of the sample data, for tests that change it.</summary>
    internal async Task<ServedSite> CopyAsync()
    {
        var name = $"copy_{Guid.NewGuid():n}";
        var copy = await (await TestServer.GetAsync()).CreateDatabaseAsync(name, new NpgsqlConnectionStringBuilder(_filled).Database);
        var pipeline = new Pipeline();
        var host = await TestHost.StartAsync(Modules, ["Platform:Roles=web"], copy, builder => builder.Services.AddSingleton<IStartupFilter>(pipeline));
        return new ServedSite(host, pipeline, await host.InScopeAsync<IdentityDb, People>(db => People.ReadAsync(db, host.Services.GetRequiredService<IModuleCatalog>())));
    }

    public async ValueTask DisposeAsync()
    {
        if (_served is not null) await _served.DisposeAsync();
    }

    /// <summary>What the sample data leave empty.</summary>
    private async Task AddAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_filled + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<bool> SettledAsync(int seeders)
    {
        await using var connection = new NpgsqlConnection(_filled + ";Pooling=false");
        await connection.OpenAsync();
        await using var done = new NpgsqlCommand("SELECT count(*) FROM platform.setting WHERE key LIKE 'sample-data.%'", connection);
        if ((long)(await done.ExecuteScalarAsync())! < seeders) return false;
        string[] schemas = ["platform", .. Modules.Select(m => m.Replace('-', '_'))];
        await using var open = new NpgsqlCommand(string.Join(" UNION ALL ", schemas.Select(s => $"SELECT 1 FROM {s}.__outbox WHERE done_at IS NULL AND NOT waits")), connection);
        return await open.ExecuteScalarAsync() is null;
    }
}

/// <summary>A running site, asked in this process without a socket.</summary>
internal sealed record ServedSite(TestHost Host, Pipeline Pipeline, People People) : IAsyncDisposable
{
    public ODataServices Services => Host.Services.GetRequiredService<ODataServices>();

    public IEnumerable<ServedSet> Sets => Services.All.SelectMany(service => service.Sets);

    public Task<Answer> GetAsync(TestPerson? who, string address, params (string, string)[] headers) => Pipeline.SendAsync(Host.Services, who, "GET", address, null, headers);

    public Task<Answer> SendAsync(TestPerson? who, string method, string address, string? body = null, params (string, string)[] headers) =>
        Pipeline.SendAsync(Host.Services, who, method, address, body, headers);

    public ValueTask DisposeAsync() => Host.DisposeAsync();
}
