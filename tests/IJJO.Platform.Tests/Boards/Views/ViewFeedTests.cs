using System.Net;
using System.Xml.Linq;

namespace IJJO.Platform.Tests.Boards.Views;

public sealed class ViewFeedTests(ViewSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task A_feed_is_well_formed_Atom_with_the_views_rows_and_answers_304_until_something_changes()
    {
        var ana = await site.PersonAsync();
        var title = $"A\u0001 <b>book</b> & {Guid.NewGuid():N}";
        var country = "PT";
        await site.AddLoanAsync(title, country);
        var address = await FeedAsync(ana, await ana.SaveKeyAsync($"f.Country={country}", "Portugal"));

        using var answer = await ReadAsync(address);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Root!;

        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("Loans: Portugal", feed.Element(Atom + "title")!.Value);
        foreach (var part in new[] { feed }.Concat(feed.Elements(Atom + "entry")))
        {
            Assert.StartsWith("urn:uuid:", part.Element(Atom + "id")!.Value);
            Assert.True(DateTimeOffset.TryParse(part.Element(Atom + "updated")!.Value, out _));
        }
        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        var entry = Assert.Single(feed.Elements(Atom + "entry"));
        Assert.Equal(title.Replace("\u0001", ""), entry.Element(Atom + "title")!.Value);
        Assert.Contains("Portugal", entry.Element(Atom + "content")!.Value);
        Assert.Contains("&lt;b&gt;", entry.Element(Atom + "content")!.Value);
        Assert.DoesNotContain(address.Split('/')[^1], feed.ToString());
        Assert.Equal("no-cache, private", answer.Headers.CacheControl!.ToString());

        using var same = await ReadAsync(address, answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        await site.AddLoanAsync("Another", country);
        using var changed = await ReadAsync(address, answer.Headers.ETag!.ToString());
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.Equal("Another", XDocument.Parse(await changed.Content.ReadAsStringAsync(Cancel)).Root!.Elements(Atom + "entry").First().Element(Atom + "title")!.Value);
    }

    [Fact]
    public async Task A_feed_has_the_newest_fifty_rows()
    {
        var ana = await site.PersonAsync();
        await site.SqlAsync("INSERT INTO library.loans (id, title, country, state) SELECT gen_random_uuid(), 'Many ' || n, 'IT', 'in' FROM generate_series(1, 60) AS n");
        using var answer = await ReadAsync(await FeedAsync(ana, await ana.SaveKeyAsync("f.Country=IT", "Italy")));
        Assert.Equal(50, XDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel)).Root!.Elements(Atom + "entry").Count());
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_a_new_one_ends_the_old()
    {
        var ana = await site.PersonAsync();
        var key = await ana.SaveKeyAsync("f.Country=FR", "Fed");
        var first = await FeedAsync(ana, key);
        Assert.Null((await ana.SettingsAsync(key)).Html.QuerySelector("#feed"));

        var second = await FeedAsync(ana, key);

        Assert.Equal(HttpStatusCode.NotFound, (await ReadAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(second)).StatusCode);
    }

    [Theory]
    [InlineData("revoked")]
    [InlineData("left")]
    [InlineData("lost the permission")]
    [InlineData("view deleted")]
    [InlineData("no longer shared")]
    public async Task A_feed_whose_right_has_ended_is_answered_as_if_it_had_never_been(string how)
    {
        var (owner, ana) = (await site.PersonAsync(), await site.PersonAsync());
        var key = await owner.SaveKeyAsync("f.Country=FR", $"Fed {Guid.NewGuid():N}");
        await owner.ShareAsync(key, "everyone");
        var address = await FeedAsync(ana, key);
        Assert.Equal(HttpStatusCode.OK, (await ReadAsync(address)).StatusCode);

        switch (how)
        {
            case "revoked":
                var account = await ana.OpenAsync("/staff/account");
                Assert.Contains("Fed", account.Html.QuerySelector("form[id^='feed-']")!.TextContent);
                await ana.Browser.SubmitAsync(account, [], "form[id^='feed-']");
                break;
            case "left": await site.LeaveAsync(ana); break;
            case "lost the permission": await site.LoseRoleAsync(ana); break;
            case "view deleted": await owner.Browser.SubmitAsync(await owner.SettingsAsync(key), [], "#delete-view"); break;
            case "no longer shared": await owner.ShareAsync(key, "private"); break;
        }

        using var ended = await ReadAsync(address);
        using var never = await ReadAsync("/feeds/ijjof_nothing");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (ended.StatusCode, never.StatusCode));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<string> FeedAsync(ViewReader person, string key)
    {
        var page = await person.Browser.SubmitAsync(await person.SettingsAsync(key), [], "#make-feed");
        return new Uri(page.Html.QuerySelector("#feed")!.TextContent.Trim()).AbsolutePath;
    }

    // A feed reader has no cookie.
    private async Task<HttpResponseMessage> ReadAsync(string address, string? etag = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (etag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", etag);
        return await site.Host.Browser().Http.SendAsync(request, Cancel);
    }
}
