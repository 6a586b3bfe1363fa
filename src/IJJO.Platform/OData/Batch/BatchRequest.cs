using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>One request of a batch. Its address may begin with <c>$</c> and the id of a request before it.</summary>
internal sealed record BatchRequest(string Id, string Method, string Url, IReadOnlyDictionary<string, string> Headers, byte[]? Body, IReadOnlyList<string> DependsOn)
{
    private static readonly HashSet<string> Methods = ["GET", "POST", "PATCH", "DELETE"];

    public static string MethodOf(string text) =>
        text.ToUpperInvariant() is var method && Methods.Contains(method) ? method : throw Refused("The method must be GET, POST, PATCH or DELETE.");

    public static ODataFault Refused(string message) => ODataFault.BadRequest("invalid-batch", message);
}

/// <summary>What a batch consists of: a request by itself, or a group (a change set) of which all or nothing is done.</summary>
internal sealed record BatchPart(string? Group, IReadOnlyList<BatchRequest> Requests)
{
    public bool IsAtomic => Group is not null;
}

/// <summary>The answer to one request.</summary>
internal sealed record BatchResponse(string Id, int Status, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body, string Path)
{
    public bool Failed => Status >= StatusCodes.Status400BadRequest;

    /// <summary>What <c>$id</c> stands for in later addresses: the row that was made, or else what was asked for.</summary>
    public string Reference => Headers["OData-EntityId"].ToString() is { Length: > 0 } made ? made : Path;
}

/// <summary>What became of a part.</summary>
internal sealed record BatchOutcome(BatchPart Part, IReadOnlyList<BatchResponse> Responses)
{
    public bool Failed => Responses.Any(response => response.Failed);
}
