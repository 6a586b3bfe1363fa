using System.Net;

namespace IJJO.Outreach.Tests;

public sealed class AnswerPageTests
{
    private const string Count = "SELECT count(*)::text FROM outreach.__outbox WHERE name = 'outreach.offer-answered.v1'";

    [Fact]
    public async Task Opening_the_link_changes_nothing_and_a_button_accepts()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();
        await site.ApprovedAsync(decided);
        var path = OutreachSite.AnswerPath(await site.MailAsync());
        var party = site.Host.Browser();

        var page = await party.OpenAsync(path);
        await party.OpenAsync(path);
        Assert.Equal("0", await site.AskAsync(Count));
        Assert.Contains("Justicia restaurativa", page.Text, StringComparison.Ordinal);

        page = await party.SubmitAsync(page, [("Answer", "accepted"), ("DisplayAs", "pseudonym"), ("Pseudonym", "Luz")], "#answer");

        Assert.Equal("1", await site.AskAsync(Count));
        Assert.Equal(
            $"accepted pseudonym Luz {decided.GroupId}",
            await site.AskAsync("SELECT concat_ws(' ', payload->>'answer', payload->>'displayAs', payload->>'pseudonym', payload->>'groupId') FROM outreach.__outbox WHERE name = 'outreach.offer-answered.v1'"));
        Assert.Contains("se incorpora al grupo", page.Text, StringComparison.Ordinal);
        Assert.Null((await party.OpenAsync(path)).Html.QuerySelector("#answer"));
    }

    [Fact]
    public async Task Another_date_leaves_the_answer_open_and_declining_closes_it()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync(action: "peer-review", inGroup: false);
        await site.ApprovedAsync(decided);
        var path = OutreachSite.AnswerPath(await site.MailAsync());
        var party = site.Host.Browser();

        var page = await party.SubmitAsync(await party.OpenAsync(path), [("Answer", "other-date"), ("PreferredDate", "2031-05-06")], "#answer");
        Assert.Contains("2031", page.Text, StringComparison.Ordinal);
        page = await party.SubmitAsync(page, [("Answer", "declined"), ("Reason", "No tengo tiempo.")], "#answer");

        Assert.Null(page.Html.QuerySelector("#answer"));
        Assert.Equal("2", await site.AskAsync(Count));
        Assert.Equal("declined", await site.AskAsync("SELECT answer FROM outreach.offer"));
    }

    [Fact]
    public async Task An_answer_that_lacks_something_says_so_beside_the_field_and_keeps_what_was_typed()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();
        await site.ApprovedAsync(decided);
        var party = site.Host.Browser();

        var page = await party.SubmitAsync(
            await party.OpenAsync(OutreachSite.AnswerPath(await site.MailAsync())), [("Answer", "accepted"), ("DisplayAs", "pseudonym"), ("Reason", "Con gusto.")], "#answer");

        Assert.NotNull(page.Html.QuerySelector("#answer-Pseudonym-error"));
        Assert.Equal("Con gusto.", page.Html.QuerySelector("#answer-Reason")!.TextContent);
        Assert.Equal("0", await site.AskAsync(Count));
    }

    [Theory]
    [InlineData("link")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_link_that_was_not_mailed_shows_nothing(string token)
    {
        await using var site = await OutreachSite.StartAsync();
        await site.DecideAsync();

        var page = await site.Host.Browser().OpenAsync($"/en/answer/{token}");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Html.QuerySelector("#answer"));
        Assert.DoesNotContain("restaurativa", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secret_of_the_link_is_kept_only_as_a_hash()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();
        await site.ApprovedAsync(decided);
        var token = OutreachSite.AnswerPath(await site.MailAsync()).Split('/')[^1];

        Assert.Equal(43, token.Length);
        Assert.Equal("0", await site.AskAsync("SELECT count(*)::text FROM outreach.message WHERE message::text LIKE '%' || $1 || '%'", token));
        Assert.Equal("0", await site.AskAsync("SELECT count(*)::text FROM outreach.offer WHERE offer::text LIKE '%' || $1 || '%'", token));
    }
}
