using System.Text;
using IJJO.Platform.OData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>A list as CSV, row by row, so that its size does not matter.</summary>
internal static class CsvExport
{
    public static void MapBoardExports(this IEndpointRouteBuilder app) => app.MapGet("/staff/{module}/{set}/export.csv", SendAsync).RequireAuthorization();

    private static async Task SendAsync(HttpContext http, string module, string set, BoardReaders readers, BoardTexts texts, BoardValues values)
    {
        if (readers.Find(module, set) is not { } found)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (!readers.MayRead(found))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var query = new BoardQuery(found, http.Request.Query);
        var columns = query.Columns;
        var rows = readers.Open(found).AllAsync(query.ToOData(query.View), http.RequestAborted);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{module}-{set}.csv\"";
        http.Response.Headers.CacheControl = "no-store";
        // Excel takes a file without the mark for one in the computer's old encoding.
        await using var writer = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', columns.Select(column => Field(texts.Property(module, set, column)))));
        await foreach (var row in rows)
            await writer.WriteLineAsync(string.Join(',', columns.Select(column => Field(values.Plain(found, column, row[column])))));
    }

    /// <summary>A spreadsheet would run what begins like a formula (OWASP CSV injection); an apostrophe makes it text.</summary>
    public static string Field(string text)
    {
        var safe = text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !decimal.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
