using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>A list is filtered, ordered, arranged, read to its end, and found again by its address.</summary>
[Collection(nameof(ListSite))]
public sealed class ListWalk(ListSite site)
{
    [Fact]
    public async Task A_copied_address_opens_the_same_filters_order_and_columns_with_and_without_script()
    {
        var list = await site.OpenAsync(ListSite.Loans);
        await Expect(list.Count).ToHaveTextAsync("330 rows");
        var title = await list.FilterAsync("Title");
        Assert.Equal(["contains", "begins with", "is", "is not"], await title.Locator("select option").AllInnerTextsAsync());
        await title.Locator("select").SelectOptionAsync("starts");
        await title.Locator("[name=value]").FillAsync("book 1");
        await list.ApplyAsync(title, "10 rows");
        var country = await list.FilterAsync("Country");
        await country.GetByLabel("Search").FillAsync("spa");
        await country.GetByLabel("Spain").CheckAsync();
        await list.ApplyAsync(country, "5 rows");
        await list.SortAsync("State");
        await list.SortAsync("Title", further: true);
        Assert.Equal(["ascending", "ascending"], await list.Page.Locator("[aria-sort]").EvaluateAllAsync<string[]>("all => all.map(one => one.ariaSort)"));
        await list.SortAsync("Title", further: true);

        await list.Page.ClickAsync("[data-columns]");
        await list.Page.Locator(".list-columns").GetByLabel("Note", new() { Exact = true }).CheckAsync();
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Move State up" }).ClickAsync();
        await list.ReadAsync();
        var width = await list.WidthAsync("Title");
        await list.Page.GetByRole(AriaRole.Button, new() { Name = "Wider Title" }).ClickAsync();
        await list.KeyAsync("Escape");
        await list.ReadAsync();
        Assert.Equal(width + 40, await list.WidthAsync("Title"));
        var dragged = await list.DragWidthAsync("Country", 60);

        var (titles, columns) = (await list.TitlesAsync(), await list.ColumnsAsync());
        Assert.Equal(["Book 16", "Book 14", "Book 10", "Book 18", "Book 12"], titles);
        Assert.Equal(["Title", "State", "Country", "Due", "Note"], columns);
        Assert.Contains("f.Title.op=starts", list.Query, StringComparison.Ordinal);
        Assert.Contains("sort=State%2C-Title", list.Query, StringComparison.Ordinal);
        Assert.Contains($"cols=Title%3A{width + 40}%2CState%2CCountry%3A{dragged}%2C", list.Query, StringComparison.Ordinal);

        var copy = await site.OpenAsync(list.Page.Url);
        Assert.Equal(titles, await copy.TitlesAsync());
        Assert.Equal(columns, await copy.ColumnsAsync());
        Assert.Equal((width + 40, dragged), (await copy.WidthAsync("Title"), await copy.WidthAsync("Country")));
        await Expect(copy.Page.Locator(".list-chips .chip")).ToHaveTextAsync(["Title begins with book 1", "Country: Spain"]);

        var plain = await site.OpenAsync(list.Page.Url, script: false);
        Assert.Equal(titles, await plain.Page.Locator("tbody th").AllInnerTextsAsync());
        Assert.Equal(columns, (await plain.Page.Locator("thead th").AllInnerTextsAsync()).TakeLast(5));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_read_by_key_without_a_gap_or_a_repetition()
    {
        var list = await site.NewAsync();
        var (asked, read) = (new List<string>(), new List<(string? Id, DateTimeOffset At)>());
        list.Page.Response += async (_, response) =>
        {
            if (!response.Url.Contains("/odata/listing/Items", StringComparison.Ordinal)) return;
            var rows = (await response.JsonAsync())!.Value.GetProperty("value").EnumerateArray().Select(row => (row.GetProperty("Id").GetString(), row.GetProperty("ReceivedAt").GetDateTimeOffset()));
            lock (read)
            {
                read.AddRange(rows);
                asked.Add(Uri.UnescapeDataString(response.Url));
            }
        };
        await list.OpenAsync($"{ListSite.Items}?cols=Title,ReceivedAt");
        await Expect(list.Count).ToHaveTextAsync("10,000 rows");
        var table = list.Page.Locator(".tabulator-tableholder");
        while (Read().Length < 10_000)
        {
            var before = Read().Length;
            await Testing.Eventually.IsTrueAsync(async () =>
            {
                await table.EvaluateAsync("table => table.scrollTop = table.scrollHeight");
                return Read().Length > before;
            }, "more rows");
        }
        Assert.All(asked.Skip(1), address => Assert.Contains("$skiptoken=", address, StringComparison.Ordinal));
        Assert.DoesNotContain(asked, address => address.Contains("$skip=", StringComparison.Ordinal));
        Assert.Equal(10_000, Read().Select(row => row.Id).Distinct().Count());
        Assert.Equal(Read().Select(row => row.At).OrderDescending(), Read().Select(row => row.At));
        // Of ten thousand rows those in view are in the page.
        Assert.InRange(await list.Page.Locator(".tabulator-row").CountAsync(), 10, 120);

        // The browser's answers come in while this reads them.
        (string? Id, DateTimeOffset At)[] Read()
        {
            lock (read) return [.. read];
        }
    }

    [Fact]
    public async Task A_saved_view_is_an_address_that_opens_as_a_tab()
    {
        var list = await site.OpenAsync(ListSite.Loans);
        await list.ApplyAsync(await ChooseFranceAsync(list), "15 rows");
        await list.SortAsync("Title");
        await list.SortAsync("Title");
        var first = (await list.TitlesAsync())[0];
        await list.Visit.FollowAsync("a:has-text('Save this view')");
        await list.Visit.FillAsync("Name", "French books");
        await list.Visit.PressAsync("form#save-view button");
        await list.OpenAsync(ListSite.Loans);
        await list.Visit.FollowAsync(".tabs a:has-text('French books')");
        await list.ReadAsync();
        await Expect(list.Page.Locator(".tabs [aria-current]")).ToContainTextAsync("French books");
        await Expect(list.Count).ToHaveTextAsync("15 rows");
        Assert.Equal(first, (await list.TitlesAsync())[0]);
        await list.Page.ClickAsync(".tabs a:has-text('Lent now')");
        await Expect(list.Page.Locator(".tabs [aria-current]")).ToContainTextAsync("Lent now");
        await list.Page.GoBackAsync();
        await Expect(list.Page.Locator(".tabs [aria-current]")).ToContainTextAsync("French books");
        await Expect(list.Count).ToHaveTextAsync("15 rows");
    }

    private static async Task<ILocator> ChooseFranceAsync(StaffList list)
    {
        var country = await list.FilterAsync("Country");
        await country.GetByLabel("France", new() { Exact = true }).CheckAsync();
        return country;
    }
}
