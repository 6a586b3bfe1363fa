using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Web;

/// <summary>Addresses made from that of the page: a place on it, and the same page in another language.</summary>
internal static class PageAddress
{
    // A bare fragment would lead away where the document has a base element, and a path without its query would load the page anew.
    public static string Fragment(HttpContext? http, string id) =>
        http is null ? $"#{id}" : $"{http.Request.PathBase}{http.Request.Path}{http.Request.QueryString}#{id}";

    public static string In(string language, string path, string query, IReadOnlyList<string> languages)
    {
        var parts = path.Split('/');
        if (parts.Length > 1 && languages.Contains(parts[1], StringComparer.OrdinalIgnoreCase))
        {
            parts[1] = language;
            return string.Join('/', parts) + query;
        }
        if (path is "" or "/") return $"/{language}";
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith("lang=", StringComparison.Ordinal));
        return $"{path}?{string.Join('&', kept.Append($"lang={language}"))}";
    }
}
