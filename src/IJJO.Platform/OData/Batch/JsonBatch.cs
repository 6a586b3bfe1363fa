using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>
/// <c>POST /odata/{key}/$batch</c>, and <c>/odata/$batch</c> for all services at once, in JSON (OData JSON 4.01, 19). Each request passes through everything
/// that a request of its own would: sign-in, limits, rights. The library's batch handler answers its own faults with bare 500s, and knows one service only.
/// </summary>
internal sealed class JsonBatch(RequestDelegate next, ODataServices services)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (RootOf(context.Request.Path) is not { } root)
        {
            await next(context);
            return;
        }
        if (!HttpMethods.IsPost(context.Request.Method)) throw new ODataFault(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "A batch is sent by POST.");
        if (!context.Request.HasJsonContentType()) throw new ODataFault(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Send the batch as application/json.");

        var requests = BatchRequest.Parse((await CommandBody.ReadAsync(context.Request, context.RequestAborted)).Members, root);
        using var answer = new JsonAnswer();
        var json = answer.Json;
        json.WriteStartObject();
        json.WriteStartArray("responses");
        var statuses = new Dictionary<string, int>();
        foreach (var request in requests)
        {
            var failed = request.DependsOn.Any(id => statuses.GetValueOrDefault(id, StatusCodes.Status424FailedDependency) >= 400);
            statuses[request.Id] = await BatchRun.WriteAsync(context, request, failed ? null : next, json);
        }
        json.WriteEndArray();
        json.WriteEndObject();
        await answer.SendAsync(context, "application/json");
    }

    /// <summary>What the addresses of the batch's requests are relative to.</summary>
    private string? RootOf(PathString path) =>
        path.Value is { } value && value.EndsWith("/$batch", StringComparison.Ordinal) ? services.All.Select(service => $"/{service.Prefix}/").Append("/odata/").FirstOrDefault(root => value == root + "$batch") : null;
}
