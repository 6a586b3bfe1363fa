using System.Text.Json;
using System.Xml.Linq;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Tests;

/// <summary>One search, five ways to read it. The searches are of the samples, which no other test touches.</summary>
public sealed class SameItemsEverywhere(FeedHost feed)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("?theme=minimum-age", "Themes/any(t: t eq 'minimum-age')")]
    [InlineData("?type=legal-practice&region=international", "Type eq 'legal-practice' and Regions/any(r: r eq 'international')")]
    [InlineData("?instrument=gc24&year=2019", "Instruments/any(i: i eq 'gc24') and Year eq 2019")]
    [InlineData("?country=LV&language=es", "Countries/any(c: c eq 'LV') and Languages/any(l: l eq 'es')")]
    public async Task Page_Atom_Json_Rss_and_OData_agree(string search, string filter)
    {
        var atom = XDocument.Parse(await feed.GetAsync($"/en/feed.atom{search}")).Root!.Elements(Atom + "entry").Select(e => Slug(Alternate(e))).ToList();
        Assert.NotEmpty(atom);
        var page = (await feed.Host.Browser().OpenAsync($"/en/advances{search}")).Html.QuerySelectorAll("article.card h3 a").Select(a => Slug(a.GetAttribute("href")!)).ToList();
        using var json = JsonDocument.Parse(await feed.GetAsync($"/en/feed.json{search}"));
        var rss = XDocument.Parse(await feed.GetAsync($"/en/feed.rss{search}")).Descendants("item").Select(i => Slug(i.Element("link")!.Value)).ToList();
        using var odata = JsonDocument.Parse(await feed.GetAsync($"/odata/knowledge-feed/Advances?$filter={Uri.EscapeDataString(filter)}&$orderby=PublishedAt desc"));

        Assert.Equal(atom, page);
        Assert.Equal(atom, json.RootElement.GetProperty("items").EnumerateArray().Select(i => Slug(i.GetProperty("url").GetString()!)));
        Assert.Equal(atom, rss);
        Assert.Equal(atom, odata.RootElement.GetProperty("value").EnumerateArray().Select(r => r.GetProperty("Slug").GetString()!));
    }

    [Fact]
    public async Task A_facet_count_is_what_its_link_finds()
    {
        var page = await feed.Host.Browser().OpenAsync("/en/advances?type=research");
        var link = page.Html.QuerySelectorAll(".facets a").First(a => a.GetAttribute("href")!.Contains("theme="));
        var count = int.Parse(link.QuerySelector(".count")!.TextContent);
        var narrowed = await feed.Host.Browser().OpenAsync(link.GetAttribute("href")!);
        Assert.Equal(count, narrowed.Html.QuerySelectorAll("article.card").Length);
    }

    [Theory]
    [InlineData("observación menores")]
    [InlineData("OBSERVACION menores")]
    [InlineData("observaciones menor")]
    [InlineData("\"observación general\" menores")]
    public async Task Spanish_is_found_stemmed_and_with_or_without_accents(string typed) =>
        Assert.Contains("Observación general núm. 10", (await SearchAsync("es", typed)).Text);

    [Fact]
    public async Task Variants_of_justicia_find_the_same_advances()
    {
        var found = await SlugsAsync("justicia");
        Assert.NotEmpty(found);
        Assert.Equal(found, await SlugsAsync("Justicia"));
        Assert.Equal(found, await SlugsAsync("justícia"));
        Assert.Equal(found, await SlugsAsync("justicias"));
        Assert.Empty(await SlugsAsync("justicia -justicia"));

        async Task<IEnumerable<string>> SlugsAsync(string typed) =>
            (await SearchAsync("es", typed)).Html.QuerySelectorAll("article.card h3 a").Select(a => Slug(a.GetAttribute("href")!)).Order().ToList();
    }

    [Fact]
    public async Task A_mistyped_word_suggests_titles_wherever_the_database_can()
    {
        var can = await feed.AskAsync(db => db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'pg_trgm') AS \"Value\"").SingleAsync());
        var page = await SearchAsync("en", "Conventoin rihgts child");
        Assert.Contains("No advance found", page.Text);
        Assert.Equal(can, page.Html.QuerySelector("section a[href$='convention-on-the-rights-of-the-child']") is not null);
    }

    [Theory]
    [InlineData("'; DROP TABLE advances; --")]
    [InlineData("((( & | ! :*")]
    [InlineData("\"")]
    public async Task Any_text_may_be_typed(string typed) => Assert.Contains("No advance found", (await SearchAsync("en", typed + " zzzz")).Text);

    private Task<TestPage> SearchAsync(string language, string typed) => feed.Host.Browser().OpenAsync($"/{language}/advances?q={Uri.EscapeDataString(typed)}");

    private static string Alternate(XElement entry) => entry.Elements(Atom + "link").Single(l => (string?)l.Attribute("rel") == "alternate").Attribute("href")!.Value;

    private static string Slug(string address) => address.Split('?')[0].Split('/')[^1];
}
