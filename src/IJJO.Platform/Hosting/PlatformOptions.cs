using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace IJJO.Platform;

/// <summary>What the configuration section <c>Platform</c> says.</summary>
internal sealed record PlatformOptions(string ModulesFolder, string DataFolder, bool IsWeb, bool IsWorker, bool SampleData)
{
    internal static PlatformOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Platform");
        var roles = (section["Roles"] ?? "web,worker").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (roles.Except(["web", "worker"]).FirstOrDefault() is { } unknown)
        {
            throw new PlatformStartException($"Platform:Roles names \"{unknown}\". Use web, worker, or both separated by a comma.");
        }

        return new PlatformOptions(
            Path.GetFullPath(section["ModulesFolder"] ?? Path.Combine(AppContext.BaseDirectory, "modules")),
            Path.GetFullPath(section["DataFolder"] ?? ".data", environment.ContentRootPath),
            roles.Contains("web"), roles.Contains("worker"),
            environment.IsDevelopment() && section.GetValue("SampleData", true));
    }
}
