using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Every page that the staff navigation leads to, and a record of each list: for the eye, for axe-core, on a screen and on a small phone.</summary>
public sealed class StaffPages(FirstRun site)
{
    private const int Screen = 1200;
    private const int Phone = 320;
    private static readonly string[] Further = ["/staff/account", "/staff/evaluation/queue", "/staff/submissions/Proposals/views"];

    /// <summary>The markup is the same in every language, so that axe-core needs to read one; it reads both themes, each on another width.</summary>
    [Fact]
    public Task Every_page_is_accessible_and_fits() => EachAsync("en", async (visit, picture) =>
    {
        await ShowAsync(visit, ColorScheme.Dark, Screen);
        List<string> problems = [.. await visit.ProblemsAsync("en", picture), .. await visit.BeyondAsync()];
        await ShowAsync(visit, ColorScheme.Light, Phone);
        return [.. problems, .. await visit.ViolationsAsync(), .. await visit.BeyondAsync()];
    });

    /// <summary>Words are longer in one language than in another.</summary>
    [Theory]
    [InlineData("es", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    public Task Every_page_fits_a_small_phone(string language, ColorScheme theme) => EachAsync(language, async (visit, picture) =>
    {
        await ShowAsync(visit, theme, Phone);
        await visit.PictureAsync(language, picture);
        return [.. visit.Complaints, .. await visit.BeyondAsync()];
    });

    /// <summary>Opens all pages, two at a time, and looks at each.</summary>
    private async Task EachAsync(string language, Func<Visit, string, Task<IReadOnlyList<string>>> look)
    {
        Visit[] visits = [await OpenAsync(language), await OpenAsync(language)];
        var open = new ConcurrentQueue<string>((await AddressesAsync(visits[0], ".side-nav a[href^='/staff']")).Concat(Further).Distinct());
        Assert.True(open.Count > 20, $"The navigation has {open.Count} links.");
        var seen = new ConcurrentDictionary<string, bool>();
        var problems = new ConcurrentQueue<string>();
        await Task.WhenAll(visits.Select(WalkAsync));
        Assert.True(problems.IsEmpty, string.Join('\n', problems));

        async Task WalkAsync(Visit visit)
        {
            while (open.TryDequeue(out var address))
            {
                // The pages of the jobs are Hangfire's.
                if (address.StartsWith("/staff/jobs", StringComparison.Ordinal) || !seen.TryAdd(address, true)) continue;
                await visit.OpenAsync(address);
                await visit.ListAsync();
                Assert.Equal(language, await visit.Page.Locator("html").GetAttributeAsync("lang"));
                var picture = address.Trim('/').Replace('/', '-').ToLowerInvariant();
                foreach (var problem in await look(visit, picture[..Math.Min(90, picture.Length)])) problems.Enqueue($"{address}: {problem}");
                if ((await AddressesAsync(visit, "main tbody th a[href^='/staff']")).FirstOrDefault() is { } record && !record.Contains('?')) open.Enqueue(record);
            }
        }
    }

    private async Task<Visit> OpenAsync(string language)
    {
        var visit = await site.StaffAsync("administrator");
        await visit.OpenAsync($"/staff?lang={language}");
        return visit;
    }

    private static async Task ShowAsync(Visit visit, ColorScheme theme, int width)
    {
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await visit.Page.SetViewportSizeAsync(width, 800);
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(Visit visit, string selector) =>
        [.. (await visit.Page.Locator(selector).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))")).Distinct()];
}
