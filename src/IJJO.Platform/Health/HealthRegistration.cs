using System.Text.Json;
using Hangfire;
using IJJO.Platform.Data;
using IJJO.Platform.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace IJJO.Platform.Health;

/// <summary><c>/healthz</c> says that the process is alive; <c>/readyz</c> that it can work: it is not stopping, and database, job storage and each module are ready.</summary>
internal static class HealthRegistration
{
    internal static void AddPlatformHealth(this IServiceCollection services, ModuleCatalog catalog)
    {
        var checks = services.AddHealthChecks()
            .AddAsyncCheck("host", (provider, _) => Task.FromResult(
                provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested
                    ? HealthCheckResult.Unhealthy("It is stopping.") : HealthCheckResult.Healthy()))
            .AddAsyncCheck("database", async (provider, cancel) =>
            {
                await using var ping = provider.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT 1");
                await ping.ExecuteScalarAsync(cancel);
                return HealthCheckResult.Healthy();
            })
            .AddAsyncCheck("jobs", (provider, _) => Task.Run(() =>
            {
                using var connection = provider.GetRequiredService<JobStorage>().GetConnection();
                connection.GetAllItemsFromSet("recurring-jobs");
                return HealthCheckResult.Healthy();
            }));
        foreach (var module in catalog.Running)
        {
            // Read from the assembly at the first question, not at the start.
            var schemas = new Lazy<SchemaHistory[]>(() => [.. SchemaHistory.Of(module)]);
            checks.AddAsyncCheck($"module {module.Key}", async (provider, cancel) =>
            {
                foreach (var schema in schemas.Value)
                {
                    if (await schema.MissingAsync(provider.GetRequiredService<NpgsqlDataSource>(), cancel) is [var first, ..])
                    {
                        return HealthCheckResult.Unhealthy($"The schema {schema.Schema} is not up to date: {first} is missing. Restart the host.");
                    }
                }

                return HealthCheckResult.Healthy(module.Version);
            });
        }

        // A module that is off is said, but the site works without it. By its folder: several may have one key, or that of a module that runs.
        foreach (var off in catalog.Off.GroupBy(off => off.Folder))
        {
            checks.AddCheck($"module folder {off.Key}", () => HealthCheckResult.Degraded(string.Join(' ', off.Select(module => module.Reason))));
        }
    }

    internal static void MapPlatformHealth(this WebApplication app)
    {
        app.MapHealthChecks("/healthz", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/readyz", new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static IHealthChecksBuilder AddAsyncCheck(
        this IHealthChecksBuilder checks, string name, Func<IServiceProvider, CancellationToken, Task<HealthCheckResult>> check) =>
        checks.Add(new HealthCheckRegistration(name, provider => new DelegateCheck(cancel => check(provider, cancel)), HealthStatus.Unhealthy, [], TimeSpan.FromSeconds(5)));

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "application/json";
        // Reasons only: an exception's text, which the framework gives as the description, could name hosts and users.
        return JsonSerializer.SerializeAsync(context.Response.Body, new
        {
            status = report.Status.ToString(),
            checks = report.Entries.ToDictionary(e => e.Key, e => new { status = e.Value.Status.ToString(), description = e.Value.Exception is null ? e.Value.Description : "It does not answer." }),
        }, JsonSerializerOptions.Web, context.RequestAborted);
    }

    private sealed class DelegateCheck(Func<CancellationToken, Task<HealthCheckResult>> check) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => check(cancellationToken);
    }
}
