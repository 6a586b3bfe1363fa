using System.Globalization;
using IJJO.Platform.Identity;
using IJJO.Platform.OData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData;

namespace IJJO.Platform.Boards;

/// <summary>
/// A list as a file: the address of the list with its filters and order, and <c>export.csv</c> or <c>export.xlsx</c> at the end of its path. Rows go out as
/// the database sends them, so that their number does not matter.
/// </summary>
internal static class ExportEndpoints
{
    /// <summary>How many rows the file will have, so that a page can say how far the download is.</summary>
    public const string TotalHeader = "X-Total-Count";

    // A file holds a snapshot open, which keeps PostgreSQL from cleaning up behind it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static void MapBoardExports(this IEndpointRouteBuilder app)
    {
        app.MapGet("/staff/{module}/{set}/export.csv", (HttpContext http, string module, string set) => SendAsync(http, module, set, "csv", "text/csv; charset=utf-8", CsvFile.WriteAsync))
            .RequireAuthorization().RequireRateLimiting(RateLimits.Export);
        app.MapGet("/staff/{module}/{set}/export.xlsx", (HttpContext http, string module, string set) => SendAsync(http, module, set, "xlsx", XlsxFile.ContentType, XlsxFile.WriteAsync))
            .RequireAuthorization().RequireRateLimiting(RateLimits.Export);
        app.MapConnectionFiles();
    }

    /// <summary>The list that the address names, or <c>null</c> after a 404 or 403.</summary>
    public static BoardQuery? Open(HttpContext http, string module, string set)
    {
        var readers = http.RequestServices.GetRequiredService<BoardReaders>();
        var found = readers.Find(module, set);
        if (found is not null && readers.MayRead(found)) return new(found, http.Request.Query);
        http.Response.StatusCode = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status403Forbidden;
        return null;
    }

    /// <summary>Names the file after the board and the day.</summary>
    public static void Head(HttpContext http, ServedSet set, string extension, string contentType)
    {
        var day = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        http.Response.ContentType = contentType;
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"{set.Module}-{set.Name}-{day:yyyy-MM-dd}.{extension}\"");
        http.Response.Headers.CacheControl = "no-store";
    }

    private static async Task SendAsync(HttpContext http, string module, string set, string extension, string contentType, Func<Stream, ExportFile, CancellationToken, Task> write)
    {
        if (Open(http, module, set) is not { } query) return;
        var services = http.RequestServices;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        deadline.CancelAfter(Longest);
        try
        {
            var texts = services.GetRequiredService<BoardTexts>();
            var columns = ExportColumns.Of(query, texts, services.GetRequiredService<Texts>());
            await using var rows = await ExportRows.OpenAsync(services, query.Set, query.ToOData(query.View), columns, deadline.Token);
            Head(http, query.Set, extension, contentType);
            http.Response.Headers[TotalHeader] = rows.Count.ToString(CultureInfo.InvariantCulture);
            // A zip archive writes the heads of its entries synchronously: a few bytes each.
            http.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
            await write(http.Response.Body, new(query.Set, texts.Set(module, set), columns, services.GetRequiredService<BoardValues>(), rows.ReadAsync(deadline.Token)), deadline.Token);
        }
        catch (Exception refused) when (!http.Response.HasStarted && ((refused as ODataFault ?? QueryFaults.Translate(refused)) is not null || refused is ODataException))
        {
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (OperationCanceledException)
        {
            // Half a file must not look like a whole one. Any other fault breaks the connection off by itself, as the server sees that no end was written.
            http.Abort();
        }
    }
}

/// <summary>What a file is made of.</summary>
internal sealed record ExportFile(ServedSet Set, string Title, IReadOnlyList<ExportColumn> Columns, BoardValues Values, IAsyncEnumerable<object> Rows);
