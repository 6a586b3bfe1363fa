using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>
/// A request that is refused, with its OData error. An exception because the library's parser throws its own deep inside, and both take the same way out.
/// </summary>
internal sealed class ODataFault(int status, string code, string? said = null, IReadOnlyList<ODataFaultDetail>? details = null) : Exception(said ?? code)
{
    public int Status => status;

    public string Code => code;

    /// <summary>What the caller is told; without, the platform's text <c>odata.{code}</c> in their language.</summary>
    public string? Said => said;

    /// <summary>What fills the placeholders of that text.</summary>
    public object[] Arguments { get; init; } = [];

    /// <summary>The version that the row has, where that is what the caller did not know.</summary>
    public string? ETag { get; init; }

    /// <summary>When to ask again, where nothing but the moment was wrong.</summary>
    public TimeSpan? RetryAfter { get; init; }

    public IReadOnlyList<ODataFaultDetail> Details => details ?? [];

    public static ODataFault BadRequest(string code, string? said = null) => new(StatusCodes.Status400BadRequest, code, said);

    public static ODataFault NotFound() => new(StatusCodes.Status404NotFound, "not-found");
}

/// <summary>What is wrong with one member.</summary>
internal sealed record ODataFaultDetail(string Code, string Message, string Target);
