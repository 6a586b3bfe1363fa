using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace IJJO.Platform.Web.Tests;

public sealed class ComponentTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "script")]
    [InlineData("![x](https://example.org/pixel.png)", "img")]
    [InlineData("<p style='position:fixed'>x</p>", "[style]")]
    [InlineData("[x](javascript:alert(1))", "a[href^=javascript]")]
    [InlineData("<a href='https://example.org' onclick='alert(1)'>x</a>", "[onclick]")]
    public async Task User_text_can_do_nothing(string text, string harmful)
    {
        await using var kit = new Kit();
        Assert.Null((await kit.Render<Markdown>(new { Text = text })).QuerySelector(harmful));
    }

    [Fact]
    public async Task User_text_keeps_its_shape()
    {
        await using var kit = new Kit();
        var page = await kit.Render<Markdown>(new { Text = "**Two** courts:\n\n- [Valencia](https://example.org)\n\n|a|b|\n|-|-|\n|1|2|" });

        Assert.Equal("Two", page.QuerySelector("strong")!.TextContent);
        Assert.Equal("nofollow ugc noopener", page.QuerySelector("li a")!.GetAttribute("rel"));
        Assert.Equal(2, page.QuerySelectorAll("td").Length);
    }

    [Theory]
    [InlineData("en", "31 March 2026")]
    [InlineData("es", "31 de marzo de 2026")]
    [InlineData("fr", "31 mars 2026")]
    public async Task A_date_is_written_in_the_readers_language(string language, string text)
    {
        await using var kit = new Kit(language);
        var time = (await kit.Render<TimeText>(new { Date = new DateOnly(2026, 3, 31) })).QuerySelector("time")!;

        Assert.Equal((text, "2026-03-31"), (time.TextContent, time.GetAttribute("datetime")));
    }

    [Fact]
    public async Task A_moment_long_or_short_ago_is_said_in_words()
    {
        await using var kit = new Kit("es");
        var page = await kit.Render<TimeText>(new { At = kit.Clock.GetUtcNow().AddHours(-5), Relative = true });

        Assert.Equal("hace 5 horas", page.QuerySelector("time")!.TextContent);
        Assert.Equal("31 de marzo de 2026, 07:00 UTC", page.QuerySelector("time")!.GetAttribute("title"));
    }

    [Fact]
    public async Task Text_in_another_language_says_so_and_knows_its_direction()
    {
        await using var kit = new Kit();
        var arabic = (await kit.Render<LangText>(new { Lang = "ar", Text = "عدالة" })).QuerySelector("span")!;
        var english = (await kit.Render<LangText>(new { Lang = "en", Text = "justice" })).QuerySelector("span")!;

        Assert.Equal(("ar", "rtl"), (arabic.GetAttribute("lang"), arabic.GetAttribute("dir")));
        Assert.False(english.HasAttribute("lang"));
    }

    [Theory]
    [InlineData(1, 60, "1 2 3")]
    [InlineData(1, 2000, "1 2 3 4 5 6 … 100")]
    [InlineData(50, 2000, "1 … 48 49 50 51 52 … 100")]
    [InlineData(100, 2000, "1 … 95 96 97 98 99 100")]
    public async Task The_pager_shows_the_ends_and_the_neighbours(int number, int total, string shown)
    {
        await using var kit = new Kit(query: "?q=a&page=9");
        var page = await kit.Render<Pager>(new { Page = number, Size = 20, Total = (long)total });

        var items = page.QuerySelectorAll("li > a:not([rel]), li > span.gap, span.here > [aria-hidden]").Select(item => item.TextContent);
        Assert.Equal(shown, string.Join(' ', items));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.StartsWith("/en/collaborate?q=a", link.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_switch_keeps_the_path_and_names_each_language_in_itself()
    {
        await using var kit = new Kit(path: "/en/feed/42", query: "?type=research");
        var links = (await kit.Render<LanguageSwitch>()).QuerySelectorAll("a");

        Assert.Equal(["/en/feed/42?type=research", "/es/feed/42?type=research", "/fr/feed/42?type=research"], links.Select(link => link.GetAttribute("href")));
        Assert.Equal(["English", "Español", "Français"], links.Select(link => link.TextContent));
        Assert.Equal("en", Assert.Single(links, link => link.HasAttribute("aria-current")).GetAttribute("lang"));
    }

    [Fact]
    public async Task On_staff_pages_the_language_travels_in_the_query()
    {
        await using var kit = new Kit(path: "/staff/inbox", query: "?view=new&lang=en");
        var links = (await kit.Render<LanguageSwitch>()).QuerySelectorAll("a");

        Assert.Equal("/staff/inbox?view=new&lang=es", links[1].GetAttribute("href"));
    }

    [Fact]
    public async Task The_public_layout_has_a_skip_link_the_modules_links_and_the_legal_pages()
    {
        await using var kit = new Kit("es", "/es/collaborate");
        var page = await kit.Render<PublicLayout>(new { Body = (RenderFragment)(builder => builder.AddMarkupContent(0, "<h1>x</h1>")) });

        Assert.Equal("/es/collaborate#main", page.QuerySelector(".skip-link")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main h1"));
        Assert.Equal("page", page.QuerySelector(".site-nav a[href='/es/collaborate']")!.GetAttribute("aria-current"));
        Assert.Equal("Privacidad", page.QuerySelector("footer a[href='/es/privacy']")!.TextContent);
        Assert.Equal("Observatorio de Ejemplos", page.QuerySelector(".word-mark small")!.TextContent);
    }

    [Fact]
    public async Task A_slot_shows_its_components_in_order_and_within_the_readers_rights()
    {
        await using var kit = new Kit();
        var page = await kit.Render<ModuleSlot>(new { Name = Slots.Case });

        Assert.Equal(["empty", "user-text"], page.Children.Select(child => child.ClassName));
    }

    [Fact]
    public async Task The_staff_navigation_shows_only_what_the_reader_may_open()
    {
        await using var kit = new Kit(path: "/staff/inbox/7");
        var page = await kit.Render<StaffLayout>();

        Assert.Equal(["/staff", "/staff/inbox"], page.QuerySelectorAll(".side-nav a").Select(link => link.GetAttribute("href")));
        Assert.Equal("true", page.QuerySelector(".side-nav a[href='/staff/inbox']")!.GetAttribute("aria-current"));
        Assert.Equal(["Submissions"], page.QuerySelectorAll(".side-nav h2").Select(title => title.TextContent));
        Assert.Equal("/staff/sign-out", page.QuerySelector(".user-menu form[method=post]")!.GetAttribute("action"));
    }
}
