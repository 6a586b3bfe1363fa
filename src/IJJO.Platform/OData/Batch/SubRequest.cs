using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Sends one request of a batch through the site, in a context of its own.</summary>
internal sealed class SubRequest(HttpContext batch, RequestDelegate next, BatchAddresses addresses)
{
    /// <summary>Who asks, in which language and from where, is said once for the batch.</summary>
    private static readonly string[] Inherited = ["Authorization", "Cookie", "Accept-Language", "User-Agent"];

    /// <summary>What concerns the batch as a whole.</summary>
    private static readonly string[] OfTheBatch = ["Host", "Connection", "Content-Length", "Transfer-Encoding"];

    /// <summary>The answer to a request that was not carried out, or undone, since another one failed.</summary>
    public static BatchResponse Depends(string id) =>
        Refused(id, new(StatusCodes.Status424FailedDependency, "failed-dependency", "Nothing was done: another request that it depends on, or of its group, failed."));

    public static BatchResponse Refused(string id, ODataFault fault) => new(id, fault.Status, new HeaderDictionary { ["Content-Type"] = "application/json" },
        JsonSerializer.SerializeToUtf8Bytes(new { error = new { code = fault.Code, message = fault.Message } }), "");

    public async Task<BatchResponse> SendAsync(BatchRequest request, IServiceProvider scope)
    {
        using var body = new MemoryStream();
        DefaultHttpContext context;
        try
        {
            context = Context(request, body);
        }
        catch (ODataFault fault)
        {
            return Refused(request.Id, fault);
        }
        context.RequestServices = scope;
        var accessor = batch.RequestServices.GetService<IHttpContextAccessor>();
        accessor?.HttpContext = context;
        try
        {
            await next(context);
        }
        finally
        {
            accessor?.HttpContext = batch;
        }
        context.Response.Headers.Remove("Set-Cookie");
        return new(request.Id, context.Response.StatusCode, context.Response.Headers, body.ToArray(), context.Request.Path.ToUriComponent());
    }

    private DefaultHttpContext Context(BatchRequest request, Stream body)
    {
        var (path, query) = addresses.Find(request.Url);
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature { Protocol = batch.Request.Protocol, Scheme = batch.Request.Scheme });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        features.Set(batch.Features.Get<IHttpConnectionFeature>());
        var context = new DefaultHttpContext(features) { RequestAborted = batch.RequestAborted };
        var sub = context.Request;
        (sub.Method, sub.Host, sub.PathBase, sub.Path, sub.QueryString) = (request.Method, batch.Request.Host, batch.Request.PathBase, new PathString(path), new QueryString(query));
        foreach (var name in Inherited.Where(name => batch.Request.Headers.ContainsKey(name))) sub.Headers[name] = batch.Request.Headers[name];
        // A request of the batch cannot be somebody else than the batch is.
        foreach (var (name, value) in request.Headers.Where(header => !Inherited.Concat(OfTheBatch).Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
            sub.Headers[name] = name.Equals("If-Match", StringComparison.OrdinalIgnoreCase) ? addresses.Version(value) : value;
        if (request.Body is { } sent)
        {
            sub.Body = new MemoryStream(sent);
            sub.ContentLength = sent.Length;
            sub.ContentType ??= "application/json";
        }
        return context;
    }
}
