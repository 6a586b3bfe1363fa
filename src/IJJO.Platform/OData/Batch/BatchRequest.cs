using System.Text.Json.Nodes;

namespace IJJO.Platform.OData;

/// <summary>One request of a batch.</summary>
internal sealed record BatchRequest(string Id, string Method, string Path, string Query, IReadOnlyDictionary<string, string> Headers, JsonNode? Body, IReadOnlyList<string> DependsOn)
{
    private static readonly HashSet<string> Methods = ["GET", "POST", "PATCH", "DELETE"];

    public static IReadOnlyList<BatchRequest> Parse(IReadOnlyDictionary<string, JsonNode?> body, string root)
    {
        if (body.GetValueOrDefault("requests") is not JsonArray { Count: > 0 } items) throw Refused("A batch is an object with an array 'requests'.");
        if (items.Count > QueryLimits.MaxBatchRequests) throw ODataFault.BadRequest("too-many-requests", $"A batch may have at most {QueryLimits.MaxBatchRequests} requests.");
        var requests = items.Select(item => One(item as JsonObject ?? throw Refused("Each request is an object."), root)).ToArray();
        if (requests.DistinctBy(request => request.Id).Count() < requests.Length) throw Refused("The ids of the requests must differ.");
        return requests;
    }

    private static BatchRequest One(JsonObject item, string root)
    {
        if (item.ContainsKey("atomicityGroup")) throw ODataFault.BadRequest("unsupported", "Atomicity groups are not supported: each request stands for itself.");
        var method = Text(item, "method").ToUpperInvariant();
        if (!Methods.Contains(method)) throw Refused("The method must be GET, POST, PATCH or DELETE.");
        var (path, query) = Split(Text(item, "url"), root);
        var headers = item["headers"] is JsonObject sent
            ? sent.ToDictionary(header => header.Key, header => header.Value is JsonValue value && value.TryGetValue<string>(out var text) ? text : throw Refused("Headers are texts."), StringComparer.OrdinalIgnoreCase)
            : [];
        var depends = item["dependsOn"] is JsonArray ids ? ids.Select(id => id?.ToString() ?? "").ToArray() : [];
        return new(Text(item, "id"), method, path, query, headers, item["body"], depends);
    }

    /// <summary>A request stays within what the batch is sent to, however it writes its address.</summary>
    private static (string Path, string Query) Split(string url, string root)
    {
        if (!Uri.TryCreate(new Uri("http://service" + root), url, out var address) || !address.AbsolutePath.StartsWith(root, StringComparison.Ordinal) || address.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
            throw Refused($"The url '{url}' is not an address below {root}.");
        return (Uri.UnescapeDataString(address.AbsolutePath), address.Query);
    }

    private static string Text(JsonObject item, string name) =>
        item[name] is JsonValue value && value.TryGetValue<string>(out var text) && text.Length > 0 ? text : throw Refused($"Each request has a text '{name}'.");

    private static ODataFault Refused(string message) => ODataFault.BadRequest("invalid-batch", message);
}
