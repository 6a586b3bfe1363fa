using IJJO.KnowledgeFeed.Reading;
using IJJO.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>The addresses of the module that are no pages.</summary>
internal static class FeedEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Feed("atom", AtomFeed.MediaType, AtomFeed.Write);
        Feed("json", JsonFeed.MediaType, JsonFeed.Write);
        Feed("rss", RssFeed.MediaType, RssFeed.Write);
        routes.MapMethods("/{lang}/advances/sitemap.xml", Reading, async (string lang, KnowledgeFeedDb db, ISite site, HttpContext http) =>
            await ConditionalAnswer.IsCurrentAsync(http, db) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Text(await Sitemap.WriteAsync(db, site, lang, http.RequestAborted), "application/xml; charset=utf-8"));

        void Feed(string kind, string mediaType, Func<FeedDocument, string> write) =>
            routes.MapMethods($"/{{lang}}/feed.{kind}", Reading, async (string lang, KnowledgeFeedDb db, FeedDocuments documents, HttpContext http) =>
            {
                if (await ConditionalAnswer.IsCurrentAsync(http, db)) return Results.StatusCode(StatusCodes.Status304NotModified);
                var feed = await documents.MakeAsync(AdvanceSearch.From(http.Request.Query), lang, kind, http.RequestAborted);
                return Results.Text(write(feed), $"{mediaType}; charset=utf-8");
            });
    }
}
