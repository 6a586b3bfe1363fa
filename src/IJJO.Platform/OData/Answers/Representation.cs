using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.OData;

/// <summary>What the reader can take: JSON with or without control information, or something only the library writes.</summary>
/// <param name="IsBare">Whether nothing is to be said about the data.</param>
/// <param name="IsFull">Whether every type and address is to be named: rare, and the library knows how.</param>
/// <param name="IsExact">Whether numbers that a double cannot hold are to be texts; as rare.</param>
internal sealed record Representation(bool IsBare, bool IsFull, bool IsExact)
{
    public bool NeedsLibrary => IsFull || IsExact;

    public string ContentType => IsBare ? "application/json;odata.metadata=none" : "application/json;odata.metadata=minimal;odata.streaming=true";

    public static Representation Of(HttpRequest request)
    {
        var asked = MediaTypes.Choose(request, MediaTypes.Json).Asked;
        var level = Parameter(asked, "odata.metadata") ?? Parameter(asked, "metadata");
        return new(level == "none", level == "full", Parameter(asked, "IEEE754Compatible") == "true");
    }

    /// <summary>Asks the library for this in its own words; it does not know those of 4.01, nor <c>$format</c> with parameters.</summary>
    public void Ask(HttpRequest request) =>
        request.Headers.Accept = $"application/json;odata.metadata={(IsFull ? "full" : IsBare ? "none" : "minimal")};odata.streaming=true{(IsExact ? ";IEEE754Compatible=true" : "")}";

    private static string? Parameter(MediaTypeHeaderValue? type, string name) =>
        type?.Parameters.FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Value.Value;
}
