using IJJO.Platform.Boards;
using IJJO.Platform.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OData;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IJJO.Platform.OData;

/// <summary>The OData services of all modules, in two calls for the host.</summary>
internal static class PlatformOData
{
    internal static IServiceCollection AddPlatformOData(this IServiceCollection services, IModuleCatalog catalog)
    {
        var odata = ODataServices.From(catalog);
        services.AddSingleton(odata);
        services.AddSingleton<RowWriters>();
        services.AddSingleton<SetControllers>();
        services.AddSingleton<QueryPlans>();
        services.AddSingleton<SlowLane>();
        services.AddSingleton<TextSearch>();
        services.AddSingleton<BoardTexts>();
        services.AddSingleton<MetadataDocuments>();
        services.AddSingleton<AfterCommit>();
        services.TryAddSingleton<Subscriptions>();
        services.AddSingleton<EventSentence>();
        services.AddSingleton<Effects>();
        services.AddPlatformBoards();
        // For the library's formatters. No assembly becomes an application part: there is one controller, and one endpoint that opens it.
        services.AddControllers()
            .ConfigureApplicationPartManager(parts =>
            {
                parts.ApplicationParts.Clear();
                parts.FeatureProviders.Clear();
            })
            .AddOData(options =>
            {
                options.EnableAttributeRouting = false;
                options.Conventions.Clear();
                options.TimeZone = TimeZoneInfo.Utc;
                options.EnableQueryFeatures(QueryLimits.MaxTop);
                foreach (var service in odata.All) options.AddRouteComponents(service.Prefix, service.Model);
            });
        return services;
    }

    /// <summary>Call it before <c>UseRouting</c> and inside whatever makes error pages: what goes wrong here is said in OData.</summary>
    internal static void MapPlatformOData(this WebApplication app)
    {
        app.UseMiddleware<ODataErrors>();
        app.UseMiddleware<ODataBatch>();
        app.MapServices();
        app.MapBoardExports();
    }
}
