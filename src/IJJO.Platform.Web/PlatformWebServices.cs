using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace IJJO.Platform.Web;

/// <summary>Registers what the components need.</summary>
/// <example><code>builder.Services.AddPlatformWeb();</code></example>
public static class PlatformWebServices
{
    /// <summary>Adds the kit: localisation, the navigation of the layouts and the texts of modules. The host calls it once.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddPlatformWeb(this IServiceCollection services)
    {
        services.AddLocalization();
        services.TryAddSingleton<ModuleTexts>();
        services.TryAddScoped<Navigation>();
        return services;
    }
}
