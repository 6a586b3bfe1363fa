using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Runs one request of a batch in a context and scope of its own, and writes its response.</summary>
internal static class BatchRun
{
    /// <summary>Who asks, in which language and from where, is said once for the batch.</summary>
    private static readonly string[] Inherited = ["Authorization", "Cookie", "Accept-Language", "User-Agent"];

    public static async Task<int> WriteAsync(HttpContext batch, BatchRequest request, RequestDelegate? next, Utf8JsonWriter json)
    {
        using var body = new MemoryStream();
        var context = Context(batch, request, body);
        if (next is null) context.Response.StatusCode = StatusCodes.Status424FailedDependency;
        else await RunAsync(batch, context, next);

        json.WriteStartObject();
        json.WriteString("id", request.Id);
        json.WriteNumber("status", context.Response.StatusCode);
        json.WriteStartObject("headers");
        foreach (var (name, value) in context.Response.Headers.Where(header => !header.Key.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))) json.WriteString(name.ToLowerInvariant(), value.ToString());
        json.WriteEndObject();
        if (body.Length > 0)
        {
            json.WritePropertyName("body");
            var bytes = body.GetBuffer().AsSpan(0, (int)body.Length);
            if (context.Response.ContentType?.Contains("json", StringComparison.OrdinalIgnoreCase) == true) json.WriteRawValue(bytes);
            else json.WriteStringValue(bytes);
        }
        json.WriteEndObject();
        return context.Response.StatusCode;
    }

    private static async Task RunAsync(HttpContext batch, HttpContext context, RequestDelegate next)
    {
        var accessor = batch.RequestServices.GetService<IHttpContextAccessor>();
        await using var scope = batch.RequestServices.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        accessor?.HttpContext = context;
        try
        {
            await next(context);
        }
        finally
        {
            accessor?.HttpContext = batch;
        }
    }

    private static DefaultHttpContext Context(HttpContext batch, BatchRequest request, Stream body)
    {
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Protocol = batch.Request.Protocol, Scheme = batch.Request.Scheme });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set(batch.Features.Get<IHttpConnectionFeature>());
        var context = new DefaultHttpContext(features) { RequestAborted = batch.RequestAborted };
        var sub = context.Request;
        (sub.Method, sub.Host, sub.PathBase, sub.Path, sub.QueryString) = (request.Method, batch.Request.Host, batch.Request.PathBase, request.Path, new QueryString(request.Query));
        foreach (var name in Inherited.Where(name => batch.Request.Headers.ContainsKey(name))) sub.Headers[name] = batch.Request.Headers[name];
        // A request of the batch cannot be somebody else than the batch is.
        foreach (var (name, value) in request.Headers.Where(header => !Inherited.Contains(header.Key, StringComparer.OrdinalIgnoreCase))) sub.Headers[name] = value;
        if (request.Body is { } sent)
        {
            var bytes = Encoding.UTF8.GetBytes(sent.ToJsonString());
            sub.Body = new MemoryStream(bytes);
            sub.ContentLength = bytes.Length;
            sub.ContentType ??= "application/json";
        }
        return context;
    }
}
