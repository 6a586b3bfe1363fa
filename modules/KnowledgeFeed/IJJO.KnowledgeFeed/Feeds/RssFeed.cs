using System.Globalization;
using System.Xml.Linq;

namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>RSS 2.0, for readers that know nothing else.</summary>
internal static class RssFeed
{
    internal const string MediaType = "application/rss+xml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    internal static string Write(FeedDocument feed) => Xml.Document(new XElement(
        "rss",
        new XAttribute("version", "2.0"),
        new XAttribute(XNamespace.Xmlns + "atom", Atom),
        new XAttribute(XNamespace.Xmlns + "dc", DublinCore),
        new XElement(
            "channel",
            new XElement("title", Xml.Text(feed.Title)),
            new XElement("link", feed.Home),
            new XElement("description", Xml.Text(feed.Title)),
            new XElement("language", feed.Language),
            new XElement("lastBuildDate", Moment(feed.Updated)),
            new XElement(Atom + "link", new XAttribute("rel", "self"), new XAttribute("type", MediaType), new XAttribute("href", feed.Self)),
            feed.Next is { } next ? new XElement(Atom + "link", new XAttribute("rel", "next"), new XAttribute("href", next)) : null,
            feed.Items.Select(Item))));

    private static XElement Item(FeedItem item) => new(
        "item",
        new XElement("title", Xml.Text(item.Title)),
        new XElement("link", item.Address),
        new XElement("guid", new XAttribute("isPermaLink", "false"), item.Urn),
        new XElement("pubDate", Moment(item.Published)),
        item.Authors.Select(name => new XElement(DublinCore + "creator", Xml.Text(name))),
        item.Tags.Select(tag => new XElement("category", Xml.Text(tag.Label))),
        new XElement("description", Xml.Text(item.Html)));

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss 'GMT'", CultureInfo.InvariantCulture);
}
