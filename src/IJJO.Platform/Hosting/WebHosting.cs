using System.Reflection;
using IJJO.Platform.Boards;
using IJJO.Platform.Health;
using IJJO.Platform.Identity;
using IJJO.Platform.Jobs;
using IJJO.Platform.OData;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace IJJO.Platform;

/// <summary>The web half of the host: languages, security headers, static files, pages and services.</summary>
internal static class WebHosting
{
    internal static void AddPlatformWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddHttpContextAccessor();
        services.AddPlatformLanguages();
        services.AddRazorComponents();
        IJJO.Platform.Web.PlatformWebServices.AddPlatformWeb(services);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Protect("form", builder.Environment);
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddCascadingAuthenticationState();
        services.AddResponseCompression(compression => compression.EnableForHttps = true);
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    internal static void MapPlatformWeb(this WebApplication app, Assembly host)
    {
        app.MapPlatformHealth();
        var options = app.Services.GetRequiredService<PlatformOptions>();
        if (!options.IsWeb) return;

        var catalog = app.Services.GetRequiredService<Loading.ModuleCatalog>();
        app.UseMiddleware<SecurityHeaders>();
        if (!app.Environment.IsDevelopment()) app.UseHsts();
        app.UseWhen(IsForPeople, pages =>
        {
            pages.Use(HeadAsGet);
            pages.UseExceptionHandler("/error/500", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        });
        app.UseResponseCompression();
        app.UseWhen(IsForPeople, pages => pages.UseModuleFiles(catalog));
        app.UseRequestLocalization();
        app.UseMiddleware<LanguageGate>();
        // Before routing: what goes wrong under /odata is said in OData.
        app.MapPlatformOData();
        app.UseRouting();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWhen(IsForPeople, pages =>
        {
            pages.UseAntiforgery();
            pages.UseMiddleware<ViewAddresses>();
        });

        app.MapStaticAssets();
        app.MapGet("/", LanguageGate.RedirectHome).ExcludeFromDescription();
        app.MapPlatformJobs();
        app.MapPlatformIdentity();
        app.MapViewFeeds();
        var assemblies = catalog.PageAssemblies().Where(assembly => assembly != typeof(App).Assembly);
        foreach (var endpoints in catalog.Running.SelectMany(m => m.Declared<EndpointsDeclaration>())) endpoints.Map(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([host, .. assemblies]);
    }

    /// <summary>Whether an answer is read by a person, with error pages and forms around it, or by a program.</summary>
    private static bool IsForPeople(HttpContext context) => !context.Request.Path.StartsWithSegments("/odata");

    /// <summary>Monitors and link checkers ask for the head of a page only: it is made as for GET, and the server keeps the body back.</summary>
    private static Task HeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method)) context.Request.Method = HttpMethods.Get;
        return next(context);
    }

    /// <summary>A module's own static files at <c>/modules/{key}/…</c>, from the <c>wwwroot</c> of its folder.</summary>
    private static void UseModuleFiles(this IApplicationBuilder pages, Loading.ModuleCatalog catalog)
    {
        foreach (var module in catalog.Loaded)
        {
            var folder = Path.Combine(module.Folder, "wwwroot");
            if (module.Folder.Length == 0 || !Directory.Exists(folder)) continue;
            pages.UseStaticFiles(new StaticFileOptions { FileProvider = new PhysicalFileProvider(folder), RequestPath = $"/modules/{module.Info.Key}" });
        }
    }
}
