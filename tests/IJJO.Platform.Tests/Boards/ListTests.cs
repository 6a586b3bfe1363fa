using System.Net;

namespace IJJO.Platform.Tests.Boards;

/// <summary>The list of a set without script: columns, order, filters, tabs and pages.</summary>
public sealed class ListTests(LibrarySite site)
{
    private const string List = "/staff/library/Loans";

    [Fact]
    public async Task A_declared_set_has_a_list_with_tabs_figures_and_labels()
    {
        var page = await site.Reader().OpenAsync(List);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("Loans", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("Lent now", page.Html.QuerySelector(".tabs")!.TextContent);
        Assert.Contains("Books lent", page.Html.QuerySelector(".figures")!.TextContent);
        Assert.Contains("On the shelf", page.Text);
        Assert.Contains("Spain", page.Text);
        Assert.Contains(page.Html.QuerySelectorAll(".side-nav a"), link => link.GetAttribute("href") == List);
    }

    [Fact]
    public async Task The_list_speaks_the_readers_language()
    {
        var browser = site.Reader();
        browser.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        var page = await browser.OpenAsync(List);
        Assert.Equal("Préstamos", page.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains("En el estante", page.Text);
        Assert.Contains("España", page.Text);
    }

    [Fact]
    public async Task The_next_page_begins_where_the_first_ends()
    {
        var browser = site.Reader();
        var first = await browser.OpenAsync(List + "?sort=Title");
        var next = await browser.OpenAsync(first.Html.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        string[] Names(Testing.TestPage page) => [.. page.Html.QuerySelectorAll("tbody th").Select(cell => cell.TextContent.Trim())];
        Assert.Equal(25, Names(first).Length);
        Assert.Equal(5, Names(next).Length);
        Assert.Empty(Names(first).Intersect(Names(next)));
    }

    [Theory]
    [InlineData("?view=out&f.Country=FR", "Lent")]
    [InlineData("?q=book+07", "Book 07")]
    [InlineData("?f.State=out", "Lent")]
    [InlineData("?f.Title.op=starts&f.Title=book+0", "Book 0")]
    [InlineData("?f.Title.op=eq&f.Title=BOOK+07", "Book 07")]
    [InlineData("?f.DueAt.op=empty&f.Title=Book+2", "Book 2")]
    [InlineData("?only=lent", "Lent")]
    [InlineData("?f.Pages.from=65&f.Pages.to=75", "Book 07")]
    [InlineData("?f.Pages.op=eq&f.Pages=70", "Book 07")]
    [InlineData("?f.Pages.op=gt&f.Pages=285", "Book 29")]
    [InlineData("?f.Pages.op=ne&f.Pages=10&f.Pages=70&f.Title.op=starts&f.Title=%3D", "=1+1")]
    [InlineData("?f.IsReference=true", "7")]
    [InlineData("?f.Tags=rare", "7")]
    [InlineData("?f.Tags.op=ne&f.Tags=new&f.Pages.from=55&f.Pages.to=75", "Book 07")]
    [InlineData("?f.Country.op=ne&f.Country=FR", "Spain")]
    public async Task Views_search_and_filters_narrow_the_list(string query, string shown)
    {
        var page = await site.Reader().OpenAsync(List + query);
        var rows = page.Html.QuerySelectorAll("tbody tr");
        Assert.InRange(rows.Length, 1, 29);
        Assert.All(rows, row => Assert.Contains(shown, row.TextContent));
    }

    [Theory]
    [InlineData("?q='x' OR")]
    [InlineData("?f.Country=%27%20or%201%20eq%201")]
    [InlineData("?f.DueAt.from=yesterday")]
    [InlineData("?after=nonsense")]
    [InlineData("?sort=Nothing&view=nothing")]
    public async Task Odd_addresses_are_no_errors(string query) => Assert.Equal(HttpStatusCode.OK, (await site.Reader().OpenAsync(List + query)).Status);

    [Fact]
    public async Task Nothing_found_is_said_with_the_way_back()
    {
        var page = await site.Reader().OpenAsync(List + "?q=nowhere");
        Assert.Contains("Nothing matches the filters", page.Text);
        Assert.Equal(List, page.Html.QuerySelector(".empty a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_may_not_read_gets_no_list()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Reader("other").OpenAsync(List)).Status);
        Assert.Contains("/staff/sign-in", (await site.Visitor().OpenAsync(List)).Path);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader().OpenAsync("/staff/library/Nothing")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Reader("other").OpenAsync(List + "/export.csv")).Status);
    }

    [Fact]
    public async Task The_export_has_every_row_and_no_formula()
    {
        var csv = await site.Reader().Http.GetStringAsync(List + "/export.csv", TestContext.Current.CancellationToken);
        var lines = csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Title,Country,State,Due", lines[0]);
        Assert.Equal(31, lines.Length);
        Assert.Contains(lines, line => line.StartsWith("'=1+1,", StringComparison.Ordinal));
    }
}
