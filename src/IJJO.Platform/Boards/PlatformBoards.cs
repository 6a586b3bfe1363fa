using IJJO.Platform.Charts;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>What the staff pages of entity sets need.</summary>
internal static class PlatformBoards
{
    public static IServiceCollection AddPlatformBoards(this IServiceCollection services)
    {
        services.AddScoped<BoardReaders>();
        services.AddScoped<BoardValues>();
        services.AddScoped<ActionChoices>();
        services.AddScoped<ActionRunner>();
        services.AddScoped<Rehearsals>();
        services.AddScoped<BulkActions>();
        services.AddScoped<StartRun>();
        services.AddSavedViews();
        services.AddScoped<ChartNumbers>();
        services.AddScoped<ChartPages>();
        return services;
    }
}
