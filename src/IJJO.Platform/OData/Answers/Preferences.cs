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

    /// <summary>Whether a batch goes on after a request that failed (OData 4.01 part 1, 8.2.8.3); it stops there unless asked.</summary>
    public static bool ContinuesOnError(HttpRequest request) =>
        All(request).Any(preference => preference is ["odata.continue-on-error" or "continue-on-error"] or ["odata.continue-on-error" or "continue-on-error", "true"]);

    /// <summary>Whether nothing is to be changed, but only told what would be.</summary>
    public static bool DryRun(HttpRequest request) => All(request).Any(preference => preference is ["dry-run"] or ["dry-run", "true"]);

    private static IEnumerable<string[]> All(HttpRequest request) =>
        request.Headers["Prefer"].SelectMany(value => (value ?? "").Split(',', ';')).Select(part => part.Split('=', 2, StringSplitOptions.TrimEntries));
}
