using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.OData;

/// <summary>What the reader can take: JSON with or without control information, or something only the library writes.</summary>
internal sealed record Representation(bool IsBare, bool NeedsLibrary)
{
    public string ContentType => IsBare ? "application/json;odata.metadata=none" : "application/json;odata.metadata=minimal;odata.streaming=true";

    public static Representation Of(HttpRequest request)
    {
        var asked = request.Query["$format"].ToString() is { Length: > 0 } format ? (format == "json" ? "application/json" : format) : request.Headers.Accept.ToString();
        if (asked.Length == 0) return new(false, false);
        if (!MediaTypeHeaderValue.TryParseList([asked], out var types)) throw NotAcceptable();
        foreach (var type in types.OrderByDescending(t => t.Quality ?? 1))
        {
            if (type.Quality == 0 || !(type.MatchesAllTypes || type.Type == "application" && (type.MatchesAllSubTypes || type.SubType == "json"))) continue;
            var level = Parameter(type, "odata.metadata") ?? Parameter(type, "metadata");
            // Numbers as strings, and every type named: rare, and the library knows how.
            return new(level == "none", level == "full" || Parameter(type, "IEEE754Compatible") == "true");
        }
        throw NotAcceptable();
    }

    private static string? Parameter(MediaTypeHeaderValue type, string name) =>
        type.Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value;

    private static ODataFault NotAcceptable() => new(StatusCodes.Status406NotAcceptable, "not-acceptable", "Only application/json can be produced here.");
}
