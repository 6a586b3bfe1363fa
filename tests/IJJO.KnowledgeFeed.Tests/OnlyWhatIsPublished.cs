using System.Net;
using IJJO.KnowledgeFeed.Advances;

namespace IJJO.KnowledgeFeed.Tests;

public sealed class OnlyWhatIsPublished(FeedHost feed)
{
    [Theory]
    [InlineData("/en/advances?q=secretword")]
    [InlineData("/en/countries/CL")]
    [InlineData("/en")]
    [InlineData("/en/feed.atom?q=secretword")]
    [InlineData("/en/feed.json?q=secretword")]
    [InlineData("/en/feed.rss?country=CL")]
    [InlineData("/en/advances/sitemap.xml")]
    [InlineData("/odata/knowledge-feed/Advances?$search=secretword")]
    [InlineData("/odata/knowledge-feed/Advances?$filter=startswith(Title,'Draft with')")]
    public async Task A_draft_is_nowhere_for_the_public(string path)
    {
        var slug = (await feed.FindAsync(await feed.DraftAsync("Draft with a secretword"))).Slug;
        var answer = await feed.GetAsync(path);
        Assert.DoesNotContain("Draft with a", answer);
        Assert.DoesNotContain(slug, answer);
        Assert.Equal(HttpStatusCode.NotFound, (await feed.Host.Browser().OpenAsync($"/en/advances/{slug}")).Status);
    }

    [Theory]
    [InlineData("en", "All advances")]
    [InlineData("es", "Todos los avances")]
    [InlineData("fr", "Toutes les avancées")]
    public async Task The_home_shows_the_latest_advances_and_the_way_to_all(string language, string all)
    {
        var home = await feed.Host.Browser().OpenAsync($"/{language}");
        var latest = home.Html.QuerySelector("section[aria-labelledby=latest-advances]")!;

        Assert.Equal(6, latest.QuerySelectorAll($"li h3 a[href^='/{language}/advances/']").Length);
        Assert.Equal(all, latest.QuerySelector($"a.button[href='/{language}/advances']")!.TextContent);
    }

    [Fact]
    public async Task Everybody_reads_the_same_properties_and_drafts_need_a_permission()
    {
        // By identifier: the other tests publish meanwhile, and the newest would be first otherwise.
        const string first = "/odata/knowledge-feed/Advances?$orderby=Id&$top=1";
        var visitor = feed.Host.Browser().Http;
        Assert.Equal(await feed.GetAsync(first), await feed.GetAsync(first, FeedHost.Editor));
        Assert.NotEqual(HttpStatusCode.OK, (await visitor.GetAsync("/odata/knowledge-feed/AllAdvances")).StatusCode);
        await feed.DraftAsync("A draft for staff");
        Assert.Contains("A draft for staff", await feed.GetAsync("/odata/knowledge-feed/AllAdvances?$filter=State eq 'draft'&$orderby=CreatedAt desc&$top=50", FeedHost.Writer));
    }

    [Theory]
    [InlineData("AllAdvances?$apply=groupby((Type),aggregate($count as Advances))")]
    [InlineData("AllAdvances?$apply=groupby((Country),aggregate($count as Advances))")]
    [InlineData("AllAdvances?$filter=IsOutdated eq false and Country ne null&$orderby=Title&$count=true")]
    [InlineData("AllAdvances?$search=convention")]
    [InlineData("Advances?$filter=Themes/any(t: t eq 'diversion') and LawStatus eq 'in-force'&$orderby=Year desc")]
    [InlineData("Advances?$search=justicia&$select=Title,TitleEs")]
    [InlineData("Advances?$apply=groupby((Type),aggregate($count as Advances))")]
    [InlineData("$metadata")]
    public async Task The_questions_that_boards_ask_are_answered(string question) => await feed.GetAsync($"/odata/knowledge-feed/{question}", FeedHost.Editor);

    [Theory]
    [InlineData("/staff/knowledge-feed/AllAdvances")]
    [InlineData("/staff/knowledge-feed/AllAdvances?view=drafts")]
    public async Task Staff_see_the_board(string path) => Assert.Contains("Advances", await feed.GetAsync(path, FeedHost.Editor));

    [Fact]
    public async Task A_preview_shows_a_draft_to_staff_only()
    {
        var id = await feed.DraftAsync("Preview me", null, new VersionText("ar", "عدالة الأطفال", "ملخص"));
        var page = await feed.Host.Browser(FeedHost.Writer).OpenAsync($"{FeedHost.PathOf(id)}/preview/ar");
        Assert.Equal("rtl", page.Html.QuerySelector("h1 span")!.GetAttribute("dir"));
        Assert.NotEqual(HttpStatusCode.OK, (await feed.Host.Browser().Http.GetAsync($"{FeedHost.PathOf(id)}/preview/ar")).StatusCode);
    }
}
