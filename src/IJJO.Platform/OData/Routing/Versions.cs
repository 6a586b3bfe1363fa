using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>
/// Which version of the protocol the two sides speak (4.01 part 1, 8.1.5 and 8.2.7). The answer's own header holds what was agreed. Who says nothing gets
/// 4.0: the clients in use that say nothing know no other. The prefix <c>odata.</c> of control information is right in both.
/// </summary>
internal static class Versions
{
    public const string Header = "OData-Version";

    public static void Negotiate(HttpContext context)
    {
        context.Response.Headers[Header] = "4.0";
        var sent = Asked(context.Request, Header);
        if (sent is not (null or 4.0m or 4.01m)) throw Unsupported("This service understands OData 4.0 and 4.01.");
        var most = Asked(context.Request, "OData-MaxVersion") ?? sent ?? 4.0m;
        if (most < 4.0m) throw Unsupported("This service answers in OData 4.0 or 4.01.");
        if (most >= 4.01m) context.Response.Headers[Header] = "4.01";
    }

    public static bool IsNew(HttpResponse response) => response.Headers[Header] == "4.01";

    private static decimal? Asked(HttpRequest request, string header) => request.Headers[header].ToString() is not { Length: > 0 } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var version) ? version
        : throw Unsupported($"The header {header} is not a version of OData.");

    private static ODataFault Unsupported(string message) => ODataFault.BadRequest("unsupported-version", message);
}
