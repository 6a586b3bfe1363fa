using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>The addresses of a batch's requests, which stay within what the batch is sent to, however they are written.</summary>
internal sealed class BatchAddresses(HttpRequest batch, string root, ODataServices services)
{
    private readonly Uri _base = new($"{batch.Scheme}://{batch.Host}{root}");
    private readonly Dictionary<string, BatchResponse> _known = new(StringComparer.Ordinal);

    public void Remember(BatchResponse response) => _known[response.Id] = response;

    public (string Path, string Query) Find(string url)
    {
        if (Reference(url) is { } id) url = Known(id).Reference + url[(id.Length + 1)..];
        if (!Uri.TryCreate(_base, url, out var address) || address.Authority != _base.Authority || !address.AbsolutePath.StartsWith(root, StringComparison.Ordinal) || address.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal))
            throw BatchRequest.Refused($"The url '{url}' is not an address below {root}.");
        if (address.AbsolutePath.Contains("%00", StringComparison.Ordinal)) throw BatchRequest.Refused("An address holds no null character.");
        // As the server decodes the address of a request by itself: once, and not what would be another slash.
        return (PathString.FromUriComponent(address.AbsolutePath).Value!, address.Query);
    }

    /// <summary><c>If-Match: $id</c> stands for the version that the answer with that id had.</summary>
    public string Version(string value) => value.StartsWith('$') ? Known(value[1..]).Headers.ETag.ToString() : value;

    /// <summary>What can be said against a part before anything is done.</summary>
    public void Check(BatchPart part) => ServiceOf(part, part.Requests.Where(request => Reference(request.Url) is null));

    /// <summary>The service that a part is sent to, which must be one for a group: a transaction is one module's. <c>null</c> where nothing is there.</summary>
    public ODataService? ServiceOf(BatchPart part) =>
        ServiceOf(part, part.Requests.Where(request => Reference(request.Url) is not { } id || part.Requests.All(other => other.Id != id)));

    private ODataService? ServiceOf(BatchPart part, IEnumerable<BatchRequest> requests)
    {
        var keys = requests.Select(request => Find(request.Url).Path["/odata/".Length..].Split('/')[0]).Distinct(StringComparer.Ordinal).ToArray();
        if (keys.Length > 1) throw ODataFault.BadRequest("group-across-services", $"The requests of a group are done together or not at all, which only one service can promise. Group '{part.Group}' asks {string.Join(" and ", keys)}: make it one group each.");
        return keys is [var key] ? services.Find(key) : null;
    }

    /// <summary><c>$metadata</c> begins like a reference and is none.</summary>
    private static string? Reference(string url) =>
        url.StartsWith('$') && url.AsSpan(1).IndexOfAny("/?") is var end && (end < 0 ? url[1..] : url[1..(end + 1)]) is var id && id is not ("metadata" or "batch") ? id : null;

    private BatchResponse Known(string id) =>
        _known.TryGetValue(id, out var response) ? response : throw BatchRequest.Refused($"'${id}' refers to no request before it.");
}
