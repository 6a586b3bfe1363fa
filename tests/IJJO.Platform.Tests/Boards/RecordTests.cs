using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Boards;

public sealed class RecordTests(LibrarySite site)
{
    private const string List = "/staff/library/Loans", Lend = "form#action-lend";

    [Fact]
    public async Task A_record_shows_its_properties_and_its_case()
    {
        var page = await OpenAsync("Book 01");
        Assert.Equal("Book 01", page.Html.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.Html.QuerySelector(".facts strong"));
        var link = page.Html.QuerySelector("a[href^='/staff/cases/']")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.OK, (await site.Reader().OpenAsync(link)).Status);
    }

    [Fact]
    public async Task A_record_tells_the_story_of_its_case_to_those_who_may_read_cases()
    {
        await Sql.ScalarAsync(site.Host, $"""
            INSERT INTO platform.timeline (event_id, name, module, occurred_at, cases, shown_to_party, payload)
            SELECT '{Guid.CreateVersion7()}', 'library.found-again.v1', 'library', now(), ARRAY[case_id], false, '{"{}"}' FROM library.loans WHERE title = 'Book 11'
            """);
        Assert.Contains("library.found-again.v1", (await OpenAsync("Book 11")).Html.QuerySelector("section[aria-labelledby=story]")!.TextContent);
        Assert.Null((await OpenAsync("Book 11", site.Reader("library.read"))).Html.QuerySelector("section[aria-labelledby=story]"));
    }

    [Fact]
    public async Task An_action_is_a_form_and_what_is_wrong_stands_beside_its_field()
    {
        var browser = site.Reader();
        var page = await OpenAsync("Book 02", browser);
        var missing = await browser.SubmitAsync(page, [("To", "")], Lend);
        Assert.NotNull(missing.Html.QuerySelector("[id$='-To'][aria-invalid=true]"));
        var tooLong = await browser.SubmitAsync(missing, [("To", "somebody with a long name")], Lend);
        Assert.NotNull(tooLong.Html.QuerySelector("[id$='-To'][aria-invalid=true]"));
        Assert.Equal("somebody with a long name", tooLong.Html.QuerySelector("[id$='-To']")!.GetAttribute("value") ?? tooLong.Html.QuerySelector("[id$='-To']")!.TextContent);
        var done = await browser.SubmitAsync(tooLong, [("To", "Eva"), ("DueAt", "2026-02-03")], Lend);
        Assert.Contains("Done.", done.Text);
        Assert.Contains("Lent", done.Text);
        Assert.Null(done.Html.QuerySelector(Lend));
    }

    [Fact]
    public async Task A_clash_shows_what_was_seen_and_what_is_there_now()
    {
        var (ana, eva) = (site.Reader(), site.Reader());
        var seen = await OpenAsync("Book 04", ana);
        await eva.SubmitAsync(await OpenAsync("Book 04", eva), [("To", "Eva")], Lend);
        var clash = await ana.SubmitAsync(seen, [("To", "Ana")], Lend);
        Assert.Contains("Somebody else has changed it", clash.Text);
        var changes = clash.Html.QuerySelectorAll("tbody tr").Select(row => row.TextContent).ToArray();
        Assert.Contains(changes, change => change.Contains("On the shelf") && change.Contains("Lent"));
        var again = await ana.SubmitAsync(clash, [("To", "Ana")], Lend);
        Assert.Contains("Book 04 is lent already.", again.Text);
    }

    [Fact]
    public async Task Without_the_permission_there_is_no_action()
    {
        var page = await OpenAsync("Book 08", site.Reader("library.read"));
        Assert.Null(page.Html.QuerySelector(Lend));
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Reader("library.read").OpenAsync(List + "/actions/lend?row=x")).Status);
    }

    [Fact]
    public async Task A_record_that_is_not_there_is_not_found()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader().OpenAsync($"{List}/{Guid.Empty}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Reader().OpenAsync($"{List}/not-a-key")).Status);
    }

    private async Task<TestPage> OpenAsync(string title, TestBrowser? browser = null)
    {
        browser ??= site.Reader();
        var list = await browser.OpenAsync(List);
        return await browser.OpenAsync(list.Html.QuerySelectorAll("tbody th a").Single(link => link.TextContent.Trim() == title).GetAttribute("href")!);
    }
}
