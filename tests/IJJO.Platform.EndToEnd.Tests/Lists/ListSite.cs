using IJJO.Platform.Testing;
using Microsoft.Playwright;
using Npgsql;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>Two fixture modules, seen in the browser of the first run: one set with everything that a board can declare (330 loans), one with ten thousand rows.</summary>
public sealed class ListSite(FirstRun first) : IAsyncLifetime
{
    internal const string Loans = "/staff/library/Loans", Items = "/staff/listing/Items";
    private TestHost _host = null!;
    private TestPerson _librarian = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync([TestPlaces.Fixture("Library"), TestPlaces.Fixture("Listing")]);
        _librarian = await _host.WithAccountAsync(TestPerson.Staff("Ana Roca", "library.read", "library.lend", "platform.views.save"));
        await SqlAsync("""
            INSERT INTO library.loans (id, title, country, state)
            SELECT gen_random_uuid(), 'Many ' || lpad(n::text, 3, '0'), 'IT', CASE WHEN n % 100 = 7 THEN 'out' ELSE 'in' END FROM generate_series(1, 300) AS n
            """);
        // Three rows came at the same moment each time.
        await SqlAsync("""
            INSERT INTO listing.items (id, title, state, country, score, amount, received_at, topics)
            SELECT gen_random_uuid(), 'Item ' || n, 'new', 'ES', n, n, '2000-01-01'::timestamptz + (n / 3) * interval '7 minutes', '{}' FROM generate_series(1, 10000) AS n
            """);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>What somebody else does meanwhile.</summary>
    internal async Task SqlAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(_host.ConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    internal async Task<StaffList> OpenAsync(string address, string language = "en", ColorScheme theme = ColorScheme.Light, bool script = true)
    {
        var list = await NewAsync(language, theme, script);
        await list.OpenAsync(address, script);
        return list;
    }

    /// <summary>A browser that has seen nothing yet.</summary>
    internal async Task<StaffList> NewAsync(string language = "en", ColorScheme theme = ColorScheme.Light, bool script = true, float scale = 1)
    {
        var root = _host.Address.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var context = await first.Browser.NewContextAsync(new()
        {
            BaseURL = root, Locale = language, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = script,
            ViewportSize = new() { Width = 1280, Height = 900 }, DeviceScaleFactor = scale,
        });
        await context.AddCookiesAsync([new() { Name = TestAuthentication.Header, Value = _librarian.ToHeader(), Url = root }]);
        return new(new(await context.NewPageAsync()));
    }
}

/// <summary>The classes that look at lists share one host and one browser.</summary>
[CollectionDefinition(nameof(ListSite))]
public sealed class Lists : ICollectionFixture<ListSite>;
