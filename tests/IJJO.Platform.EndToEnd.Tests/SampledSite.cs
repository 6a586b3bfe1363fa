using IJJO.Platform.Testing;
using Microsoft.Playwright;
using Npgsql;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>
/// All modules with their sample data, and a browser. The host that made the data is gone and the one that answers does no background work, so that a number
/// stays what it is while its rows are looked at.
/// </summary>
public sealed class SampledSite : IAsyncLifetime
{
    private static readonly string[] Modules = ["submissions", "evaluation", "outreach", "working-groups", "knowledge-feed"];
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using (await TestHost.StartAsync(Modules, ["Platform:SampleData=true"], database))
            await Eventually.IsTrueAsync(() => IsSettledAsync(database), "the sample data", TimeSpan.FromMinutes(5));
        _host = await TestHost.StartAsync(Modules, ["Platform:Roles=web"], database);
        _playwright = await Playwright.CreateAsync();
        _browser = await Chromium.LaunchAsync(_playwright);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.CloseAsync();
        _playwright.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>Somebody who may read everything, in a time zone where the day begins hours after that of UTC.</summary>
    internal Task<Visit> DirectorAsync(string language, ColorScheme scheme = ColorScheme.Light, bool script = true) => StaffAsync(language, scheme, script,
        "submissions.read", "submissions.edit", "evaluation.read", "evaluation.assign", "evaluation.decide", "outreach.read", "outreach.approve", "outreach.deliveries",
        "working-groups.read", "working-groups.manage", "knowledge-feed.read", "knowledge-feed.edit", "knowledge-feed.publish");

    internal async Task<Visit> StaffAsync(string language, ColorScheme scheme, bool script, params string[] permissions)
    {
        var person = TestPerson.Staff("Mariana Duarte", permissions);
        var address = _host.Address.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var context = await _browser.NewContextAsync(new()
        {
            BaseURL = address, Locale = language, TimezoneId = "America/Santiago",
            ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce, JavaScriptEnabled = script, ViewportSize = new() { Width = 1280, Height = 900 },
        });
        await context.AddCookiesAsync([new() { Name = TestAuthentication.Header, Value = person.ToHeader(), Url = address }]);
        return new(await context.NewPageAsync());
    }

    private static async Task<bool> IsSettledAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var last = source.CreateCommand("SELECT count(*) FROM platform.setting WHERE key = 'sample-data.submissions.SampleEndings'");
        if ((long)(await last.ExecuteScalarAsync())! == 0) return false;
        await using var open = source.CreateCommand(string.Join(" UNION ALL ", Modules.Select(module => $"SELECT 1 FROM {module.Replace('-', '_')}.__outbox WHERE done_at IS NULL AND NOT waits")));
        return await open.ExecuteScalarAsync() is null;
    }
}
