using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>A file is fetched beside the list: how far it is can be seen, and it can be stopped.</summary>
[Collection(nameof(ListSite))]
public sealed class ListFiles(ListSite site)
{
    [Fact]
    public async Task A_download_says_how_far_it_is_can_be_cancelled_and_says_when_it_is_done()
    {
        // A text may have lines of its own, which are no rows.
        await site.SqlAsync("""UPDATE listing.items SET summary = E'two\nlines, "quoted"' WHERE title IN ('Item 1', 'Item 2')""");
        var list = await site.OpenAsync($"{ListSite.Items}?cols=Title,Summary");
        var row = list.Page.Locator(".list-download");
        var held = new TaskCompletionSource();
        await list.Page.RouteAsync("**/export.csv**", _ => held.Task);
        await FetchAsync();
        await Expect(row.GetByRole(Microsoft.Playwright.AriaRole.Progressbar)).ToBeVisibleAsync();
        await Expect(row).ToContainTextAsync("Downloading");
        await list.LookAsync("en", "list-download");
        await row.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(row).ToHaveCountAsync(0);
        held.SetResult();
        await list.Page.UnrouteAllAsync();

        await list.Page.EvaluateAsync("""
            () => {
              window.seen = [];
              new MutationObserver(() => {
                const row = document.querySelector('.list-download');
                if (row) window.seen.push(`${row.querySelector('span').textContent} (${row.querySelector('progress').value}/${row.querySelector('progress').max})`);
              }).observe(document.querySelector('ijjo-list'), { subtree: true, childList: true, characterData: true });
            }
            """);
        var file = await list.Page.RunAndWaitForDownloadAsync(FetchAsync);
        Assert.Matches(@"^listing-Items-\d{4}-\d\d-\d\d\.csv$", file.SuggestedFilename);
        await Expect(list.Page.Locator("[role=status]", new() { HasTextRegex = new Regex("is downloaded") })).ToHaveCountAsync(1);
        await Expect(row).ToHaveCountAsync(0);
        Assert.EndsWith(": 10,000 of 10,000 rows (10000/10000)", (await list.Page.EvaluateAsync<string[]>("window.seen"))[^1], StringComparison.Ordinal);

        async Task FetchAsync()
        {
            await list.Page.ClickAsync("details.pop summary");
            await list.Page.ClickAsync("a[data-file='export.csv']");
        }
    }
}
