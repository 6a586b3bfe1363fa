using System.Text;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData.Tests;

/// <summary>The host's whole pipeline as a function: what a socket would bring is handed in, so that a hundred thousand requests are a matter of a minute.</summary>
internal sealed class Pipeline : IStartupFilter
{
    private RequestDelegate? _all;

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(rest => _all = rest);
        next(app);
    };

    public async Task<Answer> SendAsync(IServiceProvider services, TestPerson? who, string method, string address, string? body, params (string Name, string Value)[] headers)
    {
        using var sent = new MemoryStream(Encoding.UTF8.GetBytes(body ?? ""));
        using var received = new MemoryStream();
        var question = address.IndexOf('?');
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Method = method, Scheme = "http", Protocol = "HTTP/1.1", Body = sent, Path = Uri.UnescapeDataString(question < 0 ? address : address[..question]), QueryString = question < 0 ? "" : address[question..],
        });
        features.Set<IHttpResponseFeature>(new HttpResponseFeature());
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(received));
        await using var scope = services.CreateAsyncScope();
        var context = new DefaultHttpContext(features) { RequestServices = scope.ServiceProvider };
        context.Request.Host = new HostString("127.0.0.1");
        if (who is not null) context.Request.Headers[TestAuthentication.Header] = who.ToHeader();
        foreach (var (name, value) in headers) context.Request.Headers[name] = value;
        if (body is not null) (context.Request.ContentType, context.Request.ContentLength) = (context.Request.ContentType ?? "application/json", sent.Length);
        services.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        await _all!(context);
        return new(context.Response.StatusCode, Encoding.UTF8.GetString(received.GetBuffer(), 0, (int)received.Length), context.Response.Headers);
    }
}

internal sealed record Answer(int Status, string Body, IHeaderDictionary Headers);
