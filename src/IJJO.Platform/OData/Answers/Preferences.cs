using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>The header <c>Prefer</c> (RFC 7240, OData 4.01 part 1, 8.2.8).</summary>
internal static class Preferences
{
    public static int PageSize(HttpRequest request)
    {
        foreach (var preference in All(request))
        {
            if (preference is ["odata.maxpagesize" or "maxpagesize", var size] && int.TryParse(size, out var asked) && asked > 0) return Math.Min(asked, QueryLimits.MaxTop);
        }
        return QueryLimits.PageSize;
    }

    public static bool Minimal(HttpRequest request) => All(request).Any(preference => preference is ["return", "minimal"]);

    private static IEnumerable<string[]> All(HttpRequest request) =>
        request.Headers["Prefer"].SelectMany(value => (value ?? "").Split(',', ';')).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries));
}
