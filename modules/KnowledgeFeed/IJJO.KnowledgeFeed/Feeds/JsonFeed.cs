using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).</summary>
internal static class JsonFeed
{
    internal const string MediaType = "application/feed+json";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    internal static string Write(FeedDocument feed)
    {
        var json = new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["home_page_url"] = feed.Home.AbsoluteUri,
            ["feed_url"] = feed.Self.AbsoluteUri,
            ["language"] = feed.Language,
            ["authors"] = Authors([feed.Author]),
        };
        if (feed.Next is { } next) json["next_url"] = next.AbsoluteUri;
        json["items"] = new JsonArray([.. feed.Items.Select(Item)]);
        return json.ToJsonString(Readable);
    }

    private static JsonNode Item(FeedItem item)
    {
        var json = new JsonObject
        {
            ["id"] = item.Urn,
            ["url"] = item.Address.AbsoluteUri,
            ["title"] = item.Title,
            ["summary"] = item.Summary,
            ["content_html"] = item.Html,
            ["language"] = item.Language,
            ["date_published"] = Xml.Moment(item.Published),
            ["date_modified"] = Xml.Moment(item.Updated),
            ["tags"] = new JsonArray([.. item.Tags.Select(tag => (JsonNode)tag.Label)]),
        };
        if (item.Source is { } source) json["external_url"] = source;
        if (item.Authors.Count > 0) json["authors"] = Authors(item.Authors);
        return json;
    }

    private static JsonArray Authors(IEnumerable<string> names) => new([.. names.Select(JsonNode (name) => new JsonObject { ["name"] = name })]);
}
