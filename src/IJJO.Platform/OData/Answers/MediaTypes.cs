using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.OData;

/// <summary>Which form of an answer the reader asks for: <c>$format</c> goes before <c>Accept</c>.</summary>
internal static class MediaTypes
{
    public const string Json = "application/json", Xml = "application/xml", Text = "text/plain", Binary = "application/octet-stream";

    /// <summary>The best of what can be produced, with the parameters it was asked for with; 406 where none of it is wanted.</summary>
    public static (string Produced, MediaTypeHeaderValue? Asked) Choose(HttpRequest request, params IReadOnlyList<string> produced)
    {
        var asked = request.Query["$format"].ToString() is { Length: > 0 } format ? Named(format) : request.Headers.Accept.ToString();
        if (asked.Length == 0) return (produced[0], null);
        if (MediaTypeHeaderValue.TryParseList([asked], out var types))
        {
            foreach (var type in types.Where(type => type.Quality != 0).OrderByDescending(type => type.Quality ?? 1))
            {
                if (produced.FirstOrDefault(one => Fits(type, one)) is { } found) return (found, type);
            }
        }
        throw new ODataFault(StatusCodes.Status406NotAcceptable, "not-acceptable", $"This comes as {string.Join(" or ", produced)} only.");
    }

    private static string Named(string format) => format.ToLowerInvariant() switch { "json" => Json, "xml" => Xml, _ => format };

    private static bool Fits(MediaTypeHeaderValue asked, string produced)
    {
        var parts = produced.Split('/');
        return asked.MatchesAllTypes || asked.Type.Equals(parts[0], StringComparison.OrdinalIgnoreCase) && (asked.MatchesAllSubTypes || asked.SubType.Equals(parts[1], StringComparison.OrdinalIgnoreCase));
    }
}
