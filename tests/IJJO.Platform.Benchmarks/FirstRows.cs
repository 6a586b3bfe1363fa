using IJJO.Platform.EndToEnd.Tests;
using IJJO.Platform.Testing;
using Microsoft.Playwright;

namespace IJJO.Platform.Benchmarks;

/// <summary>
/// From asking for a list of a hundred thousand rows to its first rows on the screen, in Chromium: by a browser that has seen nothing of the site yet, and by the
/// same one again.
/// </summary>
internal static class FirstRows
{
    private const int Rows = 100_000;
    private const int Times = 9;
    private const double GoalCold = 600, GoalWarm = 300;

    // Two frames after the first row is in the page, it has been painted.
    private const string Watch = """
        new MutationObserver((_, watch) => {
          if (!document.querySelector('ijjo-list tbody tr, .tabulator-row')) return;
          watch.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => { window.firstRows = performance.now(); }));
        }).observe(document, { childList: true, subtree: true });
        """;

    internal static async Task RunAsync(Report report, string database)
    {
        // The scripts of a host that is not published are served in Development only.
        await using var host = await Listing.StartAsync(database, Rows, "Development");
        var reader = await host.WithAccountAsync(TestPerson.Staff("Ana"));
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var (cold, warm) = (new Latencies(), new Latencies());
        for (var i = 0; i < Times; i++)
        {
            await using var context = await browser.NewContextAsync(new()
            {
                ExtraHTTPHeaders = new Dictionary<string, string> { [TestAuthentication.Header] = reader.ToHeader() }, ViewportSize = new() { Width = 1280, Height = 900 },
            });
            await context.AddInitScriptAsync(Watch);
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{host.Address}staff/listing/Items".Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
            var first = await SeenAsync(page);
            await page.ReloadAsync();
            var again = await SeenAsync(page);
            // The very first page is that of a host which has not shown one before.
            if (i == 0) continue;
            cold.Add(TimeSpan.FromMilliseconds(first));
            warm.Add(TimeSpan.FromMilliseconds(again));
        }

        report.Add("first rows of a list on the screen, new browser, median", cold.At(50), "ms", "goal", GoalCold, 1);
        report.Add("first rows of a list on the screen, again, median", warm.At(50), "ms", "goal", GoalWarm, 1);
    }

    /// <summary>When its first rows were painted, in milliseconds after it was asked for; waits for the grid too, so that nothing is still being fetched.</summary>
    private static async Task<double> SeenAsync(IPage page)
    {
        await page.Locator("ijjo-list[data-ready]").WaitForAsync();
        return await page.EvaluateAsync<double>("window.firstRows");
    }
}
