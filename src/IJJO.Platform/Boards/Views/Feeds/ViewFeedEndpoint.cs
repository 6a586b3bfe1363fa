using System.Globalization;
using System.Security.Cryptography;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.Boards;

/// <summary>
/// The feed behind a secret address. Who has no right any more, or never had one, is answered alike: there is nothing here. What the owner may see is
/// asked anew each time.
/// </summary>
internal sealed class ViewFeedEndpoint(PlatformDb db, OnBehalf behalf, BoardReaders readers, FoundViews views, AtomFeed atom, TimeProvider clock)
{
    public const string Path = "/feeds/";
    private const int Newest = 50;

    public async Task<IResult> ReadAsync(string secret, HttpContext http)
    {
        var cancel = http.RequestAborted;
        var hash = Secret.Hash(secret);
        if (await db.ViewFeeds.AsNoTracking().FirstOrDefaultAsync(one => one.Hash == hash, cancel) is not { } feed
            || await behalf.BecomeAsync(feed.AccountId, cancel) is not { } owner
            || readers.Find(feed.Module, feed.Set) is not { } set || !readers.MayRead(set)) return Results.NotFound();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = OnBehalf.LanguageOf(owner);
        if (await views.FindAsync(set, feed.View, cancel) is not { Fits: true } view) return Results.NotFound();

        await NoteUseAsync(feed, cancel);
        var page = await readers.Open(set).PageAsync(NewestRows.Of(view), null, Newest, cancel);
        var document = atom.Write(view, feed, page.Rows);
        // A shared cache would keep what only the owner may see; the reader's own may, if it asks each time.
        http.Response.Headers.CacheControl = "private, no-cache";
        http.Response.Headers["X-Robots-Tag"] = "noindex";
        return Results.Bytes(document, AtomFeed.MediaType + "; charset=utf-8", entityTag: new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(document)[..16])}\""));
    }

    private async Task NoteUseAsync(ViewFeed feed, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (now - (feed.UsedAt ?? DateTimeOffset.MinValue) < TimeSpan.FromMinutes(10)) return;
        await db.ViewFeeds.Where(one => one.Id == feed.Id).ExecuteUpdateAsync(change => change.SetProperty(one => one.UsedAt, now), cancel);
    }
}

internal static class ViewFeedRoutes
{
    public static void MapViewFeeds(this IEndpointRouteBuilder app) => app.MapMethods(
        ViewFeedEndpoint.Path + "{secret}", [HttpMethods.Get, HttpMethods.Head], (string secret, HttpContext http, ViewFeedEndpoint feeds) => feeds.ReadAsync(secret, http));
}
