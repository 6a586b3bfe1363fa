using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>What saved views, their feeds and alerts add to the platform.</summary>
internal static class ViewDeclarations
{
    public static IModuleBuilder SavedViews(this IModuleBuilder module) => module
        .ReferenceData<ViewPermissions>()
        .EntitySet<PlatformDb, ViewRow>("Views", ViewRow.Of, PlatformPermissions.SaveViews, ViewRow.Describe)
        .Job<WatchViews>("watch-views", Cron.Minutely());

    public static IServiceCollection AddSavedViews(this IServiceCollection services)
    {
        services.AddScoped<FoundViews>();
        services.AddScoped<ViewRules>();
        services.AddScoped<ViewTabs>();
        services.AddScoped<ViewCommands>();
        services.AddScoped<AtomFeed>();
        services.AddScoped<ViewFeedEndpoint>();
        services.AddScoped<SeenRows>();
        services.AddScoped<LookAtView>();
        services.AddScoped<AlertStops>();
        return services;
    }
}
