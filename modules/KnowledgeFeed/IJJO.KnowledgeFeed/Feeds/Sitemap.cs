using System.Xml.Linq;
using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>
/// The published advances for search engines, with the same page in the other languages. It lies beside the pages because a sitemap may only speak for addresses below its own.
/// </summary>
internal static class Sitemap
{
    // The protocol's limit.
    private const int Most = 50_000;
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";

    internal static async Task<string> WriteAsync(KnowledgeFeedDb db, ISite site, string language, CancellationToken cancel)
    {
        var advances = await db.Advances.AsNoTracking().Where(AdvanceState.IsPublic).OrderByDescending(a => a.PublishedAt).Take(Most)
            .Select(a => new { a.Slug, a.Languages, a.ChangedAt }).ToListAsync(cancel);
        return Xml.Document(new XElement(
            Map + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Html),
            advances.Select(a => new XElement(
                Map + "url",
                new XElement(Map + "loc", site.Address($"/{language}/advances/{a.Slug}").AbsoluteUri),
                new XElement(Map + "lastmod", Xml.Moment(a.ChangedAt)),
                site.Languages.Where(a.Languages.Contains).Select(other => new XElement(
                    Html + "link", new XAttribute("rel", "alternate"), new XAttribute("hreflang", other),
                    new XAttribute("href", site.Address($"/{other}/advances/{a.Slug}").AbsoluteUri)))))));
    }
}
