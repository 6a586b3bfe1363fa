using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.OData;

/// <summary>
/// ETags from the row version. They are weak: the same version is written differently for another <c>$select</c>. The library would put <c>xmin</c> into the
/// model as an Int64 and fail when it compares it with a <c>uint</c>.
/// </summary>
internal static class ETags
{
    public static string Of(uint version) => $"W/\"{version}\"";

    /// <summary>Whether the reader has this version already (<c>If-None-Match</c>).</summary>
    public static bool IsKnown(HttpRequest request, string? etag) =>
        etag is not null && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var seen) &&
        seen.Any(tag => tag.Tag == "*" || tag.Compare(EntityTagHeaderValue.Parse(etag), useStrongComparison: false));

    /// <summary>Holds the version that the caller saw against the present one: 428 when it says none, 412 when it saw another.</summary>
    public static void Demand(HttpRequest request, uint current)
    {
        if (request.Headers.IfMatch.Count == 0)
            throw new ODataFault(StatusCodes.Status428PreconditionRequired, "if-match-required", "Send If-Match with the row's @odata.etag, so that nobody's change is overwritten.");
        if (!EntityTagHeaderValue.TryParseList(request.Headers.IfMatch, out var seen))
            throw ODataFault.BadRequest("invalid-if-match", "If-Match must be an ETag as it was sent, or *.");
        var present = EntityTagHeaderValue.Parse(Of(current));
        if (!seen.Any(tag => tag.Tag == "*" || tag.Compare(present, useStrongComparison: false)))
            throw new ODataFault(StatusCodes.Status412PreconditionFailed, "stale", "The row has been changed in the meantime. Read it again: the ETag of this answer is its present version.") { ETag = Of(current) };
    }
}
