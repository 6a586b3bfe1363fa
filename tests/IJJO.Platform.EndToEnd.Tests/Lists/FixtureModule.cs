using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>What one entity set, declared in twenty lines (fixtures/modules/Library/LoanRow.cs), is in the browser. Nothing else knows the set: the scripts are those of every list.</summary>
[Collection(nameof(ListSite))]
public sealed class FixtureModule(ListSite site)
{
    [Fact]
    public async Task A_declared_set_has_a_list_tabs_filters_a_chart_an_export_a_record_and_an_action_with_a_form()
    {
        var list = await site.NewAsync();
        var asked = new ConcurrentQueue<string>();
        list.Page.Request += (_, request) => asked.Enqueue(new Uri(request.Url).AbsolutePath);
        await list.OpenAsync("/staff", script: false);
        await list.Visit.FollowAsync(".side-nav a:has-text('Loans')");
        await list.ReadAsync();
        Assert.Contains("/odata/library/$metadata", asked);
        Assert.Contains("/odata/library/Loans", asked);
        await Expect(list.Page.Locator(".figures")).ToContainTextAsync("Books lent");

        var tab = list.Page.Locator(".tabs a:has-text('Lent now')");
        var lent = await tab.Locator(".count").InnerTextAsync();
        await tab.ClickAsync();
        await Expect(list.Count).ToHaveTextAsync($"{lent} rows");
        await list.ApplyAsync(await FilterAsync(list, "Country", "Spain"), "5 rows");
        await list.Page.ClickAsync(".list-charts > summary");
        await Expect(list.Page.Locator("figure.map canvas")).ToBeVisibleAsync();
        // The chart is of the rows that the list shows.
        Assert.Equal(["Spain"], await list.Page.Locator("figure.map tbody a").EvaluateAllAsync<string[]>("all => all.map(a => a.textContent)"));

        await list.Page.ClickAsync("details.pop summary");
        var file = await list.Page.RunAndWaitForDownloadAsync(() => list.Page.ClickAsync("a[data-file='export.csv']"));
        var lines = await File.ReadAllLinesAsync(await file.PathAsync());
        Assert.Equal(6, lines.Length);
        Assert.Contains("Book 12", string.Concat(lines), StringComparison.Ordinal);

        await list.OpenAsync($"{ListSite.Loans}?f.Title=Book 20");
        await list.Visit.FollowAsync(".tabulator-row a");
        Assert.Equal(["The book", "The loan"], await list.Page.Locator("section:has(> .facts) > h2").AllInnerTextsAsync());
        await Expect(list.Page.Locator(".facts >> nth=0")).ToContainTextAsync("200");
        await Expect(list.Page.Locator("h1")).ToHaveTextAsync("Book 20");
        await list.Page.ClickAsync("summary:has-text('Lend')");
        await list.Visit.FillAsync("To", "Lía");
        await list.Visit.PressAsync("#action-lend button[type=submit]");
        Assert.Contains("Done.", await list.Visit.TextAsync());
        await Expect(list.Page.Locator(".facts >> nth=1")).ToContainTextAsync("Lent");
        await list.LookAsync("en", "fixture-record");
    }

    [Fact]
    public async Task A_record_has_what_belongs_to_it_and_leads_to_the_rest()
    {
        var record = await site.OpenAsync($"{ListSite.Loans}?f.Title=Many 150");
        await record.Visit.FollowAsync("a[data-title]");
        var related = record.Page.Locator("section:has(h2:text-is('Loans'))");
        await Expect(related.Locator("thead th")).ToHaveTextAsync(["Title", "Country", "State", "Due"]);
        await Expect(related.Locator("tbody tr")).ToHaveCountAsync(50);
        await Expect(related.Locator("tbody tr").First).ToContainTextAsync("Many 001");
        await Expect(related).ToContainTextAsync("50 of 300 are shown.");
        await record.Visit.FollowAsync("section > p > a:text-is('All')");
        await record.ReadAsync();
        await Expect(record.Count).ToHaveTextAsync("300 rows");
        await Expect(record.Page.Locator(".list-chips .chip")).ToHaveTextAsync("Country: Italy");
    }

    [Theory]
    [InlineData("en", "Nothing waits for you")]
    [InlineData("es", "No tiene nada pendiente")]
    [InlineData("fr", "Rien ne vous attend")]
    public async Task A_home_where_nothing_waits_says_so(string language, string nothing)
    {
        var home = await site.NewAsync(language);
        await home.OpenAsync("/staff", script: false);
        await Expect(home.Page.Locator("main")).ToContainTextAsync(nothing);
        await home.LookAsync(language, "home-nothing-waits");
    }

    private static async Task<ILocator> FilterAsync(StaffList list, string property, string value)
    {
        var form = await list.FilterAsync(property);
        await form.GetByLabel(value, new() { Exact = true }).CheckAsync();
        return form;
    }
}
