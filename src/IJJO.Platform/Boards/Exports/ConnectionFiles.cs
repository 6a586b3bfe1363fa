using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using IJJO.Platform.OData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>
/// Files that open Excel (<c>.odc</c>) or Power BI (<c>.pbids</c>) with this list, view or search, to be refreshed there. They hold the address and no secret:
/// each program asks for a personal access token.
/// </summary>
internal static class ConnectionFiles
{
    private static readonly XNamespace Connection = "urn:schemas-microsoft-com:office:odc", Office = "urn:schemas-microsoft-com:office:office", Page = "http://www.w3.org/TR/REC-html40";
    private static readonly XNamespace Mashup = "http://schemas.microsoft.com/DataMashup", Instance = "http://www.w3.org/2001/XMLSchema-instance";

    public static void MapConnectionFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/staff/{module}/{set}/connect.odc", (HttpContext http, string module, string set) => SendAsync(http, module, set, "odc", "text/x-ms-odc; charset=utf-8", Excel)).RequireAuthorization();
        app.MapGet("/staff/{module}/{set}/connect.pbids", (HttpContext http, string module, string set) => SendAsync(http, module, set, "pbids", "application/json; charset=utf-8", PowerBi)).RequireAuthorization();
    }

    private static async Task SendAsync(HttpContext http, string module, string set, string extension, string contentType, Func<Source, string> write)
    {
        if (ExportEndpoints.Open(http, module, set) is not { } query) return;
        var services = http.RequestServices;
        var source = new Source(Address(http.Request, query), services.GetRequiredService<BoardTexts>().Set(module, set), services.GetRequiredService<Texts>().Get("platform", "board.connect"));
        ExportEndpoints.Head(http, query.Set, extension, contentType);
        await http.Response.WriteAsync(write(source), Encoding.UTF8, http.RequestAborted);
    }

    private static string Address(HttpRequest request, BoardQuery query)
    {
        var options = new QueryBuilder(query.ToOData(query.View)) { { "$select", string.Join(',', query.Columns) } };
        return $"{Links.Root(request, query.Set.Module)}/{query.Set.Name}{options.ToQueryString()}";
    }

    /// <summary>A Get &amp; Transform connection ([MS-ODCFF] 2.7.1.1): Excel's older feeds know nothing of OData 4.</summary>
    private static string Excel(Source source)
    {
        // The name stands in a connection string and in SQL.
        var name = string.Concat(source.Title.Where(letter => char.IsLetterOrDigit(letter) || letter is ' ')).Trim();
        var mashup = new XElement(Mashup + "Mashup", new XAttribute(XNamespace.Xmlns + "xsi", Instance),
            new XElement(Mashup + "Client", "EXCEL"), new XElement(Mashup + "Version", "2.140.405.0"), new XElement(Mashup + "MinVersion", "2.21.0.0"),
            new XElement(Mashup + "Culture", "en-US"), new XElement(Mashup + "SafeCombine", "true"),
            new XElement(Mashup + "Items", new XElement(Mashup + "Query", new XAttribute("Name", name),
                new XElement(Mashup + "Formula", new XCData($"let Source = OData.Feed(\"{source.Address.Replace("\"", "\"\"")}\", null, [Implementation=\"2.0\"]) in Source")),
                new XElement(Mashup + "IsParameterQuery", new XAttribute(Instance + "nil", "true")))));
        return new XElement(Page + "html", new XAttribute(XNamespace.Xmlns + "o", Office), new XElement(Page + "head",
            new XElement(Page + "meta", new XAttribute("http-equiv", "Content-Type"), new XAttribute("content", "text/x-ms-odc; charset=utf-8")),
            new XElement(Page + "meta", new XAttribute("name", "ProgId"), new XAttribute("content", "ODC.Database")),
            new XElement(Page + "meta", new XAttribute("name", "SourceType"), new XAttribute("content", "OLEDB")),
            new XElement(Page + "title", source.Title),
            new XElement(Page + "xml", new XAttribute("id", "docprops"), new XElement(Office + "DocumentProperties", new XElement(Office + "Description", source.Hint), new XElement(Office + "Name", source.Title))),
            new XElement(Page + "xml", new XAttribute("id", "msodc"), new XElement(Connection + "OfficeDataConnection", new XAttribute(XNamespace.Xmlns + "odc", Connection),
                new XElement(Connection + "PowerQueryConnection", new XAttribute(Connection + "Type", "OLEDB"),
                    new XElement(Connection + "ConnectionString", $"Provider=Microsoft.Mashup.OleDb.1;Data Source=$Workbook$;Location=\"{name}\";Extended Properties=\"\""),
                    new XElement(Connection + "CommandType", "SQL"),
                    new XElement(Connection + "CommandText", $"SELECT * FROM [{name}]")),
                new XElement(Connection + "PowerQueryMashupData", mashup.ToString(SaveOptions.DisableFormatting)))))).ToString();
    }

    private static string PowerBi(Source source) => JsonSerializer.Serialize(new
    {
        version = "0.1",
        connections = new[] { new { details = new { protocol = "odata", address = new { url = source.Address } }, options = new { }, mode = "Import" } },
    });

    /// <param name="Address">The set with the filter, order and columns of the list.</param>
    /// <param name="Title">The board's name.</param>
    /// <param name="Hint">How to sign in.</param>
    private sealed record Source(string Address, string Title, string Hint);
}
