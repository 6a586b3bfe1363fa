using IJJO.Platform.Jobs;
using IJJO.Platform.Postgres;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform;

/// <summary>The connections of the process, and the embedded server behind them when Development has no connection string.</summary>
internal sealed class Database(NpgsqlDataSource source, NpgsqlDataSource reads, NpgsqlDataSource jobs, EmbeddedPostgres? embedded) : IAsyncDisposable
{
    /// <summary>Where everything is read and written.</summary>
    internal NpgsqlDataSource Source => source;

    /// <summary>
    /// Where pages of lists are read by a query that is known beforehand. It can change nothing and leaves nothing in a connection, so that PostgreSQL need not clear
    /// that before the next one; and there are few of them, which have their statements and caches ready.
    /// </summary>
    internal NpgsqlDataSource Reads => reads;

    /// <summary>
    /// Where Hangfire keeps its jobs. It asks much and shortly, every second: apart, it takes no connection that a page waits for, and pages stay on the few
    /// that have their statements and caches ready.
    /// </summary>
    internal NpgsqlDataSource Jobs => jobs;

    internal static async Task<Database> OpenAsync(
        IConfiguration configuration, IHostEnvironment environment, PlatformOptions options, ILogger log, CancellationToken cancel)
    {
        var connectionString = configuration.GetConnectionString("Platform");
        EmbeddedPostgres? embedded = null;
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            if (!environment.IsDevelopment())
            {
                throw new PlatformStartException("There is no database. Set ConnectionStrings:Platform (environment variable ConnectionStrings__Platform) to a PostgreSQL 15 or newer.");
            }

            embedded = await StartEmbeddedAsync(configuration, options, log, cancel);
            connectionString = embedded.ConnectionString;
        }

        var settings = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "ijjo-platform" };
        // Prepared statements nearly double the throughput of the queries that every page makes.
        if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 100;
        // One question is one core's work: a long one would have three by itself, and everybody else waits for these.
        if (string.IsNullOrEmpty(settings.Options)) settings.Options = "-c max_parallel_workers_per_gather=0";
        var reads = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            ApplicationName = "ijjo-platform reads", Options = settings.Options + " -c default_transaction_read_only=on", NoResetOnClose = true,
            MinPoolSize = 0, MaxPoolSize = Math.Max(4, settings.MaxPoolSize / 4),
        };
        // Hangfire listens by one connection more for each worker, in a pool that Npgsql makes for the same settings.
        var jobs = new NpgsqlConnectionStringBuilder(settings.ConnectionString) { ApplicationName = "ijjo-platform jobs", MinPoolSize = 0, MaxPoolSize = JobsRegistration.Workers + 8 };
        var builder = new NpgsqlDataSourceBuilder(settings.ConnectionString);
        builder.EnableDynamicJson();
        var source = builder.Build();
        await ReachAsync(source, log, cancel);
        return new Database(source, NpgsqlDataSource.Create(reads), NpgsqlDataSource.Create(jobs), embedded);
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await reads.DisposeAsync();
        await jobs.DisposeAsync();
        if (embedded is not null) await embedded.DisposeAsync();
    }

    private static async Task<EmbeddedPostgres> StartEmbeddedAsync(IConfiguration configuration, PlatformOptions options, ILogger log, CancellationToken cancel)
    {
        try
        {
            return await EmbeddedPostgres.StartAsync(
                new() { DataFolder = Path.Combine(options.DataFolder, "postgres"), BinariesFolder = configuration["Postgres:Binaries"] }, log, cancel);
        }
        catch (EmbeddedPostgresException failure)
        {
            throw new PlatformStartException(failure.Message, failure);
        }
    }

    /// <summary>A database that is just restarting gets half a minute.</summary>
    private static async Task ReachAsync(NpgsqlDataSource source, ILogger log, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var connection = await source.OpenConnectionAsync(cancel);
                return;
            }
            catch (NpgsqlException failure) when (attempt < 30 && (failure.IsTransient || failure.SqlState is PostgresErrorCodes.CannotConnectNow))
            {
                log.LogWarning("The database does not answer yet ({Reason}); trying again", failure.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), cancel);
            }
            catch (NpgsqlException failure)
            {
                throw new PlatformStartException($"The database does not answer: {failure.Message} Check ConnectionStrings:Platform and that PostgreSQL is running.", failure);
            }
        }
    }
}
