using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.OData;

/// <summary>What the reader can take: JSON with or without control information, or something only the library writes.</summary>
internal sealed record Representation(bool IsBare, bool NeedsLibrary)
{
    public string ContentType => IsBare ? "application/json;odata.metadata=none" : "application/json;odata.metadata=minimal;odata.streaming=true";

    public static Representation Of(HttpRequest request)
    {
        var asked = MediaTypes.Choose(request, MediaTypes.Json).Asked;
        var level = Parameter(asked, "odata.metadata") ?? Parameter(asked, "metadata");
        // Numbers as strings, and every type named: rare, and the library knows how.
        return new(level == "none", level == "full" || Parameter(asked, "IEEE754Compatible") == "true");
    }

    private static string? Parameter(MediaTypeHeaderValue? type, string name) =>
        type?.Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value;
}
