using System.Xml.Linq;

namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>Atom 1.0 (RFC 4287), paged as RFC 5005 says.</summary>
internal static class AtomFeed
{
    internal const string MediaType = "application/atom+xml";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    internal static string Write(FeedDocument feed) => Xml.Document(new XElement(
        Atom + "feed",
        new XAttribute(XNamespace.Xml + "lang", feed.Language),
        new XElement(Atom + "id", feed.Self),
        new XElement(Atom + "title", Xml.Text(feed.Title)),
        new XElement(Atom + "updated", Xml.Moment(feed.Updated)),
        Link("self", feed.Self.AbsoluteUri, MediaType),
        Link("alternate", feed.Home.AbsoluteUri, "text/html"),
        feed.Next is { } next ? Link("next", next.AbsoluteUri, MediaType) : null,
        // Entries without a credit take this author, which the standard asks for.
        new XElement(Atom + "author", new XElement(Atom + "name", Xml.Text(feed.Author))),
        feed.Items.Select(Entry)));

    private static XElement Entry(FeedItem item) => new(
        Atom + "entry",
        new XAttribute(XNamespace.Xml + "lang", item.Language),
        new XElement(Atom + "id", item.Urn),
        new XElement(Atom + "title", Xml.Text(item.Title)),
        new XElement(Atom + "published", Xml.Moment(item.Published)),
        new XElement(Atom + "updated", Xml.Moment(item.Updated)),
        Link("alternate", item.Address.AbsoluteUri, "text/html"),
        item.Source is { } source ? Link("related", source, null) : null,
        item.Authors.Select(name => new XElement(Atom + "author", new XElement(Atom + "name", Xml.Text(name)))),
        item.Tags.Select(tag => new XElement(Atom + "category", new XAttribute("term", tag.Id), new XAttribute("label", Xml.Text(tag.Label)))),
        item.Licence is { } licence ? new XElement(Atom + "rights", Xml.Text(licence)) : null,
        new XElement(Atom + "summary", Xml.Text(item.Summary)),
        new XElement(Atom + "content", new XAttribute("type", "html"), Xml.Text(item.Html)));

    private static XElement Link(string relation, string address, string? type) => new(
        Atom + "link", new XAttribute("rel", relation), new XAttribute("href", address), type is null ? null : new XAttribute("type", type));
}
