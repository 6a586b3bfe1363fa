using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.OData;

/// <summary>
/// <c>POST /odata/{key}/$batch</c>, and <c>/odata/$batch</c> for all services at once, in JSON or multipart; and any change with <c>Prefer: dry-run</c>, which
/// is a batch of one that is rolled back. Each request passes through everything that a request of its own would: sign-in, limits, rights. The library's batch
/// handler answers its own faults with bare 500s, and knows one service only.
/// </summary>
internal sealed class ODataBatch(RequestDelegate next, ODataServices services, Texts texts, ILogger<ODataErrors> log)
{
    // Each request of a batch has its own errors.
    private readonly ODataErrors _each = new(next, texts, log);

    public Task InvokeAsync(HttpContext context)
    {
        if (RootOf(context.Request.Path) is { } root) return BatchAsync(context, root);
        return IsDryRun(context.Request) ? DryRunAsync(context) : next(context);
    }

    private async Task BatchAsync(HttpContext context, string root)
    {
        Methods.Demand(context, "POST");
        var isJson = context.Request.HasJsonContentType();
        if (!isJson && !MultipartBatch.Is(context.Request.ContentType)) throw new ODataFault(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "Send the batch as application/json or multipart/mixed.");

        var isDryRun = Preferences.DryRun(context.Request);
        if (isDryRun && !isJson) throw ODataFault.BadRequest("unsupported", "A dry run is asked for, and told, in JSON.");
        var parts = isJson
            ? JsonBatch.Parse((await CommandBody.ReadAsync(context.Request, context.RequestAborted)).Members)
            : await MultipartBatch.ParseAsync(context.Request.ContentType!, await CommandBody.ReadBytesAsync(context.Request, context.RequestAborted), context.RequestAborted);
        if (parts.Sum(part => part.Requests.Count) > QueryLimits.MaxBatchRequests) throw ODataFault.BadRequest("too-many-requests", $"A batch may have at most {QueryLimits.MaxBatchRequests} requests.");

        var run = new BatchRun(context, _each.InvokeAsync, new BatchAddresses(context.Request, root, services));
        if (!isDryRun)
        {
            var outcomes = await run.RunAsync(parts);
            await (isJson ? JsonBatch.SendAsync(context, outcomes, null) : MultipartBatch.SendAsync(context, outcomes));
            return;
        }
        var (would, effects) = await run.TryAsync(parts);
        context.Response.Headers["Preference-Applied"] = "dry-run";
        await JsonBatch.SendAsync(context, would, effects);
    }

    private async Task DryRunAsync(HttpContext context)
    {
        using var body = await CommandBody.ReadBytesAsync(context.Request, context.RequestAborted);
        var request = new BatchRequest("", context.Request.Method, context.Request.Path.ToUriComponent() + context.Request.QueryString,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.Length > 0 ? body.ToArray() : null, []);
        var (outcomes, effects) = await new BatchRun(context, _each.InvokeAsync, new BatchAddresses(context.Request, "/odata/", services)).TryAsync([new(null, [request])]);

        context.Response.Headers["Preference-Applied"] = "dry-run";
        if (outcomes[0].Responses[0] is { Failed: true } refused)
        {
            context.Response.StatusCode = refused.Status;
            foreach (var (name, value) in refused.Headers) context.Response.Headers[name] = value;
            await context.Response.Body.WriteAsync(refused.Body, context.RequestAborted);
            return;
        }
        using var answer = new JsonAnswer();
        answer.Json.WriteStartObject();
        Effect.Write(answer.Json, effects);
        answer.Json.WriteEndObject();
        await answer.SendAsync(context, "application/json");
    }

    private bool IsDryRun(HttpRequest request) => request.Path.StartsWithSegments("/odata")
        && (HttpMethods.IsPost(request.Method) || HttpMethods.IsPatch(request.Method) || HttpMethods.IsDelete(request.Method)) && Preferences.DryRun(request);

    /// <summary>What the addresses of the batch's requests are relative to.</summary>
    private string? RootOf(PathString path) =>
        path.Value is { } value && value.EndsWith("/$batch", StringComparison.Ordinal) ? services.All.Select(service => $"/{service.Prefix}/").Append("/odata/").FirstOrDefault(root => value == root + "$batch") : null;
}
