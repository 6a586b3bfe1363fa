using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;
using IJJO.KnowledgeFeed.Feeds;

namespace IJJO.KnowledgeFeed.Tests;

public sealed class FeedsAreWellFormed(FeedHost feed)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Atom_has_what_RFC_4287_asks_for()
    {
        var answer = await feed.Host.Browser().Http.GetAsync("/es/feed.atom");
        Assert.Equal("application/atom+xml", answer.Content.Headers.ContentType!.MediaType);
        var root = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal(Atom + "feed", root.Name);
        foreach (var element in new[] { root }.Concat(root.Elements(Atom + "entry")))
        {
            Assert.True(Uri.TryCreate(Assert.Single(element.Elements(Atom + "id")).Value, UriKind.Absolute, out _));
            Assert.NotEmpty(Assert.Single(element.Elements(Atom + "title")).Value);
            DateTimeOffset.ParseExact(Assert.Single(element.Elements(Atom + "updated")).Value, "yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }

        Assert.Single(root.Elements(Atom + "author"));
        Assert.Single(root.Elements(Atom + "link"), l => (string?)l.Attribute("rel") == "self");
        Assert.Equal(root.Elements(Atom + "entry").Count(), root.Elements(Atom + "entry").Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Contains(root.Elements(Atom + "entry"), e => (string?)e.Attribute(XNamespace.Xml + "lang") == "es");
    }

    [Fact]
    public async Task Json_Feed_has_what_version_1_1_asks_for()
    {
        var answer = await feed.Host.Browser().Http.GetAsync("/fr/feed.json");
        Assert.Equal("application/feed+json", answer.Content.Headers.ContentType!.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("https://jsonfeed.org/version/1.1", json.RootElement.GetProperty("version").GetString());
        Assert.NotEmpty(json.RootElement.GetProperty("title").GetString()!);
        foreach (var item in json.RootElement.GetProperty("items").EnumerateArray())
        {
            Assert.StartsWith("urn:uuid:", item.GetProperty("id").GetString());
            Assert.NotEmpty(item.GetProperty("content_html").GetString()!);
            Assert.True(item.GetProperty("date_published").GetDateTimeOffset() <= DateTimeOffset.UtcNow.AddMinutes(1));
        }
    }

    [Fact]
    public async Task Who_asks_again_is_told_that_nothing_is_new()
    {
        var http = feed.Host.Browser().Http;
        // Another test may publish in between: then the first answer is simply asked for again.
        for (var attempt = 0; attempt < 10; attempt++)
        {
            var first = await http.GetAsync("/en/feed.json?theme=diversion");
            var again = new HttpRequestMessage(HttpMethod.Get, "/en/feed.json?theme=diversion") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            var dated = new HttpRequestMessage(HttpMethod.Get, "/en/feed.json?theme=diversion") { Headers = { IfModifiedSince = first.Content.Headers.LastModified } };
            var answers = (await http.SendAsync(again), await http.SendAsync(dated));
            if (answers.Item1.StatusCode == HttpStatusCode.NotModified && answers.Item2.StatusCode == HttpStatusCode.NotModified) return;
        }

        Assert.Fail("Never 304.");
    }

    [Fact]
    public async Task After_a_publication_the_feed_is_new()
    {
        var http = feed.Host.Browser().Http;
        var before = (await http.GetAsync("/en/feed.atom")).Headers.ETag!;
        await feed.PublishAsync(await feed.DraftAsync("Brand new"));
        var request = new HttpRequestMessage(HttpMethod.Get, "/en/feed.atom") { Headers = { IfNoneMatch = { new EntityTagHeaderValue(before.Tag, before.IsWeak) } } };
        Assert.Equal(HttpStatusCode.OK, (await http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public void Characters_that_Xml_cannot_hold_do_not_break_a_feed()
    {
        var item = new FeedItem(Guid.Empty, new Uri("https://example.org/a"), null, "A\fB \ud83d\ude00 <b>", "s\u0001", "<p>x</p>", "en", default, default, [], [], null);
        var document = new FeedDocument("t\u0000", "a", "en", new Uri("https://example.org"), new Uri("https://example.org/feed"), null, default, [item]);
        Assert.Equal("AB 😀 <b>", XDocument.Parse(AtomFeed.Write(document)).Descendants(Atom + "entry").Single().Element(Atom + "title")!.Value);
        Assert.NotNull(XDocument.Parse(RssFeed.Write(document)).Root);
    }
}
