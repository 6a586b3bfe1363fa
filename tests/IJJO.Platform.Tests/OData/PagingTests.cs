using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.OData;

public sealed class PagingTests(ShelfSite site)
{
    [Theory]
    [InlineData("")]
    [InlineData("$orderby=Subtitle")]
    [InlineData("$orderby=Subtitle desc,Pages")]
    [InlineData("$orderby=Weight,Price desc")]
    [InlineData("$orderby=Lent desc,ReturnedAt desc,Printed")]
    [InlineData("$orderby=ReturnedAt")]
    [InlineData("$orderby=BoughtAt desc")]
    [InlineData("$orderby=tolower(Title)")]
    [InlineData("$orderby=Binding desc")]
    [InlineData("$orderby=Opens desc")]
    [InlineData("$orderby=Id desc")]
    public async Task Following_the_links_meets_every_row_once(string query)
    {
        var seen = await FollowAsync($"work/Books?$filter=Shelf in ('A','B','C','d','É')&$select=Id&{query}", 17);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(Books.Count, seen.Count);
    }

    [Fact]
    public async Task Top_holds_over_all_pages() => Assert.Equal(40, (await FollowAsync("work/Books?$top=40&$skip=3", 17)).Count);

    [Fact]
    public async Task Nulls_come_first_in_ascending_order()
    {
        var first = (await site.GetAsync("work/Books?$orderby=Subtitle&$top=1")).GetProperty("value")[0];
        Assert.Equal(JsonValueKind.Null, first.GetProperty("Subtitle").ValueKind);
    }

    [Fact]
    public async Task Rows_that_arrive_in_between_make_nothing_appear_twice_or_be_skipped()
    {
        const string marker = "paged";
        await AddAsync(marker, "b", "d", "f", "h");
        var first = await site.SendAsync(HttpMethod.Get, $"work/Books?$filter=Shelf eq '{marker}'&$orderby=Title&$select=Title", headers: ("Prefer", "odata.maxpagesize=2"));
        var page = JsonDocument.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        await AddAsync(marker, "a", "c", "e");
        var next = await site.GetAsync(page.GetProperty("@odata.nextLink").GetString()!);
        Assert.Equal(["b", "d"], Titles(page));
        Assert.Equal(["e", "f", "h"], Titles(next));
    }

    private static IEnumerable<string?> Titles(JsonElement page) => page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Title").GetString());

    private async Task AddAsync(string shelf, params string[] titles)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShelfDb>();
        db.Books.AddRange(titles.Select(title => new Book { Title = title, Shelf = shelf, Owner = "pages" }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<Guid>> FollowAsync(string address, int size)
    {
        var seen = new List<Guid>();
        for (string? next = address; next is not null;)
        {
            using var response = await site.SendAsync(HttpMethod.Get, next, headers: ("Prefer", $"odata.maxpagesize={size}"));
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, text);
            var page = JsonDocument.Parse(text).RootElement;
            seen.AddRange(page.GetProperty("value").EnumerateArray().Select(row => row.GetProperty("Id").GetGuid()));
            next = page.TryGetProperty("@odata.nextLink", out var link) ? link.GetString() : null;
            Assert.True(seen.Count <= Books.Count * 2, "The links do not end.");
        }
        return seen;
    }
}
