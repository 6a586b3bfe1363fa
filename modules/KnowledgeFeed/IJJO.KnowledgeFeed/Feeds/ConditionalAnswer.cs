using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace IJJO.KnowledgeFeed.Feeds;

/// <summary>
/// Lets feed readers ask "anything new?" for the price of one small query (RFC 9110, section 13). The mark is that of the whole feed, withdrawn advances included:
/// an item that disappears changes it, which the date of the newest item would not.
/// </summary>
internal static class ConditionalAnswer
{
    internal static async Task<bool> IsCurrentAsync(HttpContext http, KnowledgeFeedDb db)
    {
        var seen = db.Advances.Where(a => a.PublishedAt != null);
        var marks = await seen.GroupBy(_ => 1).Select(all => new { Changed = all.Max(a => a.ChangedAt), Count = all.Count() }).ToListAsync(http.RequestAborted);
        var (changed, count) = marks is [var mark] ? (mark.Changed, mark.Count) : (DateTimeOffset.UnixEpoch, 0);
        var tag = new EntityTagHeaderValue($"\"{changed.UtcTicks:x}-{count}\"", isWeak: true);

        var headers = http.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = changed;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };

        var asked = http.Request.GetTypedHeaders();
        if (asked.IfNoneMatch.Count > 0) return asked.IfNoneMatch.Any(known => known.Equals(EntityTagHeaderValue.Any) || known.Compare(tag, useStrongComparison: false));
        // HTTP dates have whole seconds.
        return asked.IfModifiedSince is { } since && changed.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
