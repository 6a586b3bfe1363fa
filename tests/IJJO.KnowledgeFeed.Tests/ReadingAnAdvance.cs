using System.Net;
using System.Text.Json;
using IJJO.KnowledgeFeed.Advances;

namespace IJJO.KnowledgeFeed.Tests;

public sealed class ReadingAnAdvance(FeedHost feed)
{
    private const string Replaced = "general-comment-no-10-2007-on-children-s-rights-in-juvenile-justice";
    private const string Current = "general-comment-no-24-2019-on-children-s-rights-in-the-child-justice-system";

    [Fact]
    public async Task What_replaces_a_standard_is_named_on_both_pages()
    {
        var old = await feed.Host.Browser().OpenAsync($"/en/advances/{Replaced}");
        Assert.NotNull(old.Html.QuerySelector($".notice a[href$='{Current}']"));
        var current = await feed.Host.Browser().OpenAsync($"/en/advances/{Current}");
        Assert.NotNull(current.Html.QuerySelector($"dd a[href$='{Replaced}']"));
        Assert.Contains("In force", current.Text);
    }

    [Fact]
    public async Task The_page_tells_search_engines_what_it_is()
    {
        var page = await feed.Host.Browser().OpenAsync($"/fr/advances/{Current}");
        var script = page.Html.QuerySelector("script[type='application/ld+json']")!;
        Assert.NotEmpty(script.GetAttribute("nonce")!);
        using var json = JsonDocument.Parse(script.TextContent);
        Assert.Equal("fr", json.RootElement.GetProperty("inLanguage").GetString());
        Assert.Equal(["en", "es", "fr"], page.Html.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("hreflang")).Where(l => l != "x-default").Distinct().Order());
        Assert.NotNull(page.Html.QuerySelector("link[type='application/atom+xml']"));
        Assert.NotNull(page.Html.QuerySelector("copy-button"));
    }

    [Fact]
    public async Task A_text_cannot_leave_its_place()
    {
        var advance = await feed.PublishAsync(await feed.DraftAsync("</script><script>alert(1)</script>", null, new VersionText("es", "<img src=x onerror=alert(1)>", "</script>")));
        var page = await feed.Host.Browser().OpenAsync($"/en/advances/{advance.Slug}");
        Assert.DoesNotContain(page.Html.QuerySelectorAll("script"), s => s.TextContent.Contains("alert(1)") && s.GetAttribute("type") != "application/ld+json");
        var raw = await feed.GetAsync($"/en/advances/{advance.Slug}");
        Assert.DoesNotContain("<script>alert", raw);
        Assert.DoesNotContain("<script>alert", await feed.GetAsync("/en/advances?q=alert"));
    }

    [Fact]
    public async Task A_language_that_is_missing_is_said_and_marked()
    {
        var advance = await feed.PublishAsync(await feed.DraftAsync("Only in English and Arabic", null, new VersionText("ar", "عدالة الأطفال", "ملخص")));
        var spanish = await feed.Host.Browser().OpenAsync($"/es/advances/{advance.Slug}");
        Assert.Contains("no está disponible en la lengua", spanish.Text);
        Assert.Equal("en", spanish.Html.QuerySelector("h1 span")!.GetAttribute("lang"));
        var arabic = await feed.Host.Browser().OpenAsync($"/es/advances/{advance.Slug}?in=ar");
        Assert.Equal("ar", arabic.Html.QuerySelector("h1 span")!.GetAttribute("lang"));
        Assert.Equal("rtl", arabic.Html.QuerySelector("h1 span")!.GetAttribute("dir"));
    }

    [Fact]
    public async Task An_advance_is_found_in_its_language_with_another_stemming()
    {
        var advance = await feed.PublishAsync(await feed.DraftAsync("About mediation", null, new VersionText("ar", "الوساطة الجنائية", "ملخص")));
        Assert.Contains(advance.Slug, await feed.GetAsync($"/en/advances?q={Uri.EscapeDataString("الجنائية")}"));
        Assert.Contains(advance.Slug, await feed.GetAsync("/en/advances?q=mediations"));
    }

    [Theory]
    [InlineData("/en/countries/LV", "Latvia")]
    [InlineData("/es/countries/de", "Alemania")]
    [InlineData("/en/countries/AQ", "No advance has been published for this country yet")]
    [InlineData("/en", "Latest advances")]
    [InlineData("/fr/advances", "Avancées")]
    [InlineData("/en/advances?page=3&theme=nonsense&year=abc", "No advance found")]
    public async Task Pages_answer(string path, string text) => Assert.Contains(text, (await feed.Host.Browser().OpenAsync(path)).Text);

    [Theory]
    [InlineData("/en/countries/XX")]
    [InlineData("/en/advances/no-such-advance")]
    public async Task What_is_not_there_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await feed.Host.Browser().OpenAsync(path)).Status);

    [Fact]
    public async Task The_sitemap_lists_every_sample() => Assert.Contains($"/en/advances/{Current}", await feed.GetAsync("/en/advances/sitemap.xml"));
}
