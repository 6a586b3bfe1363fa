using System.Text.Json;
using IJJO.Platform.Data;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Site;

/// <summary>The site as an administrator has described it; until then, what the configuration section <c>Organisation</c> says.</summary>
internal sealed class SiteSettings(IConfiguration configuration, IServiceScopeFactory scopes, IServer server) : ISite, ISnapshot
{
    internal const string OrganisationSetting = "organisation";
    internal const string LanguagesSetting = "languages";

    /// <summary>The languages that the platform's own texts exist in.</summary>
    internal static readonly IReadOnlyList<string> Shipped = ["en", "es", "fr"];

    public Organisation Organisation { get; private set; } = Configured(configuration);

    public IReadOnlyList<string> Languages { get; private set; } = Shipped;

    public Uri Address(string path) => new(BaseAddress(), path);

    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var settings = await scope.ServiceProvider.GetRequiredService<PlatformDb>().Settings.AsNoTracking()
            .Where(s => s.Key == OrganisationSetting || s.Key == LanguagesSetting).ToDictionaryAsync(s => s.Key, s => s.Value, cancel);
        if (settings.TryGetValue(OrganisationSetting, out var organisation))
        {
            Organisation = JsonSerializer.Deserialize<Organisation>(organisation, JsonSerializerOptions.Web)!;
        }

        if (settings.TryGetValue(LanguagesSetting, out var languages))
        {
            Languages = JsonSerializer.Deserialize<List<string>>(languages, JsonSerializerOptions.Web)!;
        }
    }

    /// <summary>The configured address, or in Development the one that Kestrel listens on.</summary>
    private Uri BaseAddress() =>
        configuration["Site:Url"] is { Length: > 0 } configured ? new Uri(configured)
        : server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } listening
            ? new Uri(listening.Replace("//127.0.0.1", "//localhost", StringComparison.Ordinal).Replace("//[::]", "//localhost", StringComparison.Ordinal))
        : new Uri("http://localhost");

    private static Organisation Configured(IConfiguration configuration)
    {
        var section = configuration.GetSection("Organisation");
        return new Organisation(
            section.GetSection("Name").GetChildren().ToDictionary(c => c.Key, c => c.Value ?? ""),
            section["ShortName"] ?? "Observatory",
            section["Controller"] ?? "",
            section["Address"] ?? "",
            section["SupervisoryAuthority"] ?? "",
            section["ContactEmail"] ?? "contact@localhost",
            section.GetSection("PrivacyText").GetChildren().ToDictionary(c => c.Key, c => c.Value ?? ""))
        {
            TimeZone = section["TimeZone"] ?? "UTC",
        };
    }
}
