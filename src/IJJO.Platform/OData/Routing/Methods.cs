using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>The HTTP methods that a resource allows.</summary>
internal static class Methods
{
    public const string Read = "GET, HEAD";

    public static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    public static void Demand(HttpContext http, string allowed)
    {
        if (!allowed.Split(", ").Contains(http.Request.Method, StringComparer.OrdinalIgnoreCase)) throw NotAllowed(http, allowed);
    }

    public static ODataFault NotAllowed(HttpContext http, string allowed)
    {
        http.Response.Headers.Allow = allowed;
        return new(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", allowed.Length > 0 ? $"This resource allows {allowed}." : "This resource allows no method.");
    }
}
