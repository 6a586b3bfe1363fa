namespace IJJO.Platform.Web;

/// <summary>The address of the same page in another language.</summary>
internal static class PageAddress
{
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
