using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Every page that the staff navigation leads to, and a record of each list: for the eye, for axe-core, on a screen and on a small phone.</summary>
public sealed class StaffPages(FirstRun site)
{
    private static readonly string[] Further = ["/staff/account", "/staff/evaluation/queue", "/staff/submissions/Proposals/views"];

    [Theory]
    [InlineData("en", ColorScheme.Dark, 1200)]
    [InlineData("es", ColorScheme.Light, 320)]
    [InlineData("fr", ColorScheme.Dark, 320)]
    public async Task Every_page_is_accessible_and_fits(string language, ColorScheme theme, int width)
    {
        var staff = await site.StaffAsync("administrator");
        await staff.Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await staff.Page.SetViewportSizeAsync(width, 800);
        await staff.OpenAsync($"/staff?lang={language}");
        var lists = await AddressesAsync(staff, ".side-nav a[href^='/staff']");
        Assert.True(lists.Count > 20, $"The navigation has {lists.Count} links.");
        var (seen, problems) = (new HashSet<string>(), new List<string>());
        foreach (var address in lists.Concat(Further)) await LookAsync(staff, address);
        Assert.True(problems.Count == 0, string.Join('\n', problems));

        async Task LookAsync(Visit visit, string address)
        {
            // The pages of the jobs are Hangfire's.
            if (address.StartsWith("/staff/jobs", StringComparison.Ordinal) || !seen.Add(address)) return;
            await visit.OpenAsync(address);
            await visit.ListAsync();
            Assert.Equal(language, await visit.Page.Locator("html").GetAttributeAsync("lang"));
            var name = $"{theme}-{width}-{address.Trim('/').Replace('/', '-')}".ToLowerInvariant();
            problems.AddRange((await visit.ProblemsAsync(language, name[..Math.Min(90, name.Length)])).Select(problem => $"{address}: {problem}"));
            var beyond = await visit.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (beyond > 0) problems.Add($"{address} is {beyond} pixels too wide at {width}.");
            if ((await AddressesAsync(visit, "main tbody th a[href^='/staff']")).FirstOrDefault() is { } record && !record.Contains('?')) await LookAsync(visit, record);
        }
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(Visit visit, string selector) =>
        [.. (await visit.Page.Locator(selector).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))")).Distinct()];
}
