using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace IJJO.Platform.Web.Tests;

/// <summary>Renders components as the server does, for one reader, and parses what comes out.</summary>
internal sealed class Kit : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 31, 12, 0, 0, TimeSpan.Zero));

    public DefaultHttpContext Http { get; } = new();

    public Kit(string language = "en", string path = "/en/collaborate", string query = "")
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        Http.Request.Path = path;
        Http.Request.QueryString = new(query);
        services = new ServiceCollection()
            .AddLogging()
            .AddPlatformWeb()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<ISite, Site>()
            .AddSingleton<IModuleCatalog, Catalog>()
            .AddSingleton<ICurrentUser>(new Reader(language))
            .AddSingleton<IVocabularies, Terms>()
            .AddSingleton<AntiforgeryStateProvider, NoAntiforgery>()
            .BuildServiceProvider();
    }

    public async Task<IElement> Render<T>(object? parameters = null, RenderFragment? content = null) where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<Microsoft.Extensions.Logging.ILoggerFactory>());
        var given = new RouteValueDictionary(parameters).ToDictionary(pair => pair.Key, pair => pair.Value);
        if (content is not null) given["ChildContent"] = content;
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<Page>(ParameterView.FromDictionary(new Dictionary<string, object?> { ["Http"] = Http, ["Type"] = typeof(T), ["Given"] = given }))).ToHtmlString());
        return new HtmlParser().ParseDocument(html).Body!;
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private sealed class NoAntiforgery : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken GetAntiforgeryToken() => new("token", "__RequestVerificationToken");
    }
}
