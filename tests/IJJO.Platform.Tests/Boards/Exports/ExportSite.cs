using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Tests.Boards.Exports;

/// <summary>A host with two lists: loans with values that matter in a file, and as many items as a test wants.</summary>
public sealed class ExportSite : IAsyncLifetime
{
    public const string Loans = "/staff/library/Loans", Items = "/staff/listing/Items";
    public const int ManyRows = 150_000;
    private readonly SemaphoreSlim _gate = new(1);
    private bool _filled;

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync([TestPlaces.Fixture("Library"), TestPlaces.Fixture("Listing")], ["RateLimits:Export=2"]);
        await SqlAsync("DELETE FROM library.loans");
        string[] titles = ["=1+1", "+34 600", "-2+3", "@SUM(A1)", "\tTab", "\rReturn", "-5", "a \"b\", c"];
        foreach (var (title, i) in titles.Select((title, i) => (title, i)))
            await SqlAsync("INSERT INTO library.loans (id, title, country, state, due_at) VALUES ($1, $2, $3, $4, $5)", Guid.CreateVersion7(), title, i < 4 ? "ES" : "DE", i < 2 ? "out" : "in", new DateOnly(2026, 3, 1 + i));
    }

    public async ValueTask DisposeAsync()
    {
        _gate.Dispose();
        await Host.DisposeAsync();
    }

    public TestBrowser Reader(string language = "en", string permission = "library.read")
    {
        var browser = Host.Browser(TestPerson.Staff("Ana Roca", permission));
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        return browser;
    }

    /// <summary>Rows that are more than what server, connection and client can hold between them, also when they are compressed.</summary>
    public async Task FillAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        if (!_filled)
        {
            await SqlAsync("""
                INSERT INTO listing.items SELECT gen_random_uuid(), 'Item ' || n, 'new', 'ES', (SELECT string_agg(md5((n * 8 + k)::text), ' ') FROM generate_series(1, 8) AS k), n - 10, -n / 8.0, '2020-01-01'::timestamptz + n * interval '1 minute', '{}'
                FROM generate_series(1, $1) AS n
                """, ManyRows);
        }
        _filled = true;
        _gate.Release();
    }

    public async Task<int> SqlAsync(string sql, params object[] values)
    {
        await using var command = Command(sql, values);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The servers of PostgreSQL that are sending items at this moment.</summary>
    public async Task<IReadOnlyList<int>> SendingAsync()
    {
        await using var command = Command("SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%summary%listing.items%' AND pid <> pg_backend_pid()");
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var sending = new List<int>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken)) sending.Add(rows.GetInt32(0));
        return sending;
    }

    private NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = Host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
