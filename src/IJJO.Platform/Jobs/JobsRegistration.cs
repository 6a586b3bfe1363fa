using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using IJJO.Platform.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.Jobs;

/// <summary>Hangfire as the platform uses it.</summary>
internal static class JobsRegistration
{
    internal const string Dashboard = "/staff/jobs";

    /// <summary>How many jobs a host works off at once.</summary>
    internal static int Workers => Math.Max(4, Environment.ProcessorCount * 2);

    internal static void AddPlatformJobs(this IServiceCollection services, bool isWorker)
    {
        services.AddSingleton<JobRegistry>();
        services.AddScoped<ModuleJobRunner>();
        services.AddSingleton<IJobs, HangfireJobs>();
        services.AddSingleton<RecurringJobs>();
        // Hangfire's own registrations hand out process-wide statics: with two hosts in one process (tests) the jobs of one would run with the services of the other.
        services.AddSingleton<JobStorage>(provider => new PostgreSqlStorage(new DataSourceConnections(provider.GetRequiredService<Database>().Jobs), Storage()));
        services.AddSingleton<JobActivator>(provider => new AspNetCoreJobActivator(provider.GetRequiredService<IServiceScopeFactory>()));
        services.AddHangfire((provider, hangfire) => hangfire
            .SetDataCompatibilityLevel(CompatibilityLevel.Version_180)
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseLogProvider(new JobLogs(provider.GetRequiredService<ILoggerFactory>()))
            .UseStorage(provider.GetRequiredService<JobStorage>()));
        if (!isWorker) return;
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = Workers;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(1);
            server.ShutdownTimeout = TimeSpan.FromSeconds(20);
        });
    }

    internal static void MapPlatformJobs(this WebApplication app) =>
        app.MapHangfireDashboard(Dashboard, new DashboardOptions
        {
            // The default filter lets local requests in; here the permission decides, see RequireAuthorization.
            Authorization = [],
            DashboardTitle = "Jobs",
            AppPath = "/staff",
            DisplayStorageConnectionString = false,
        }).RequireAuthorization(PlatformPermissions.Jobs);

    internal static PostgreSqlStorageOptions Storage() => new()
    {
        SchemaName = "hangfire",
        // A killed host's jobs are free again after 20 s instead of 30 min.
        InvisibilityTimeout = TimeSpan.FromSeconds(20),
        UseSlidingInvisibilityTimeout = true,
        // Locks that an immediate restart of PostgreSQL orphaned hold nothing for longer than this.
        DistributedLockTimeout = TimeSpan.FromSeconds(30),
        QueuePollInterval = TimeSpan.FromSeconds(1),
        EnableLongPolling = true,
        // Without storage the host must be unhealthy instead of pretending to take jobs.
        AllowDegradedModeWithoutStorage = false,
    };

    private sealed class DataSourceConnections(NpgsqlDataSource source) : IConnectionFactory
    {
        public NpgsqlConnection GetOrCreateConnection() => source.CreateConnection();
    }
}
