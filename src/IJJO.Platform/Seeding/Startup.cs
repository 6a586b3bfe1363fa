using IJJO.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Seeding;

/// <summary>What must be true before the first request: reference data is there, snapshots are read, the recurring jobs are ours.</summary>
internal sealed class Startup(
    IModuleCatalog catalog, IServiceScopeFactory scopes, NpgsqlDataSource source, IEnumerable<ISnapshot> snapshots, RecurringJobs jobs, PlatformOptions options)
{
    // Beside the lock of the migrations: hosts seed one after another.
    private const long Lock = 0x494A4A50;

    internal async Task RunAsync(CancellationToken cancel)
    {
        await using (var connection = await source.OpenConnectionAsync(cancel))
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_lock($1)", cancel);
            await SeedAsync(cancel);
            if (options.IsWorker) jobs.Register();
            await ExecuteAsync(connection, "SELECT pg_advisory_unlock($1)", cancel);
        }

        foreach (var snapshot in snapshots) await snapshot.RefreshAsync(cancel);
    }

    private async Task SeedAsync(CancellationToken cancel)
    {
        foreach (var module in catalog.Running)
        {
            foreach (var reference in module.Declared<ReferenceDataDeclaration>())
            {
                await using var scope = scopes.CreateAsyncScope();
                await ((IReferenceData)scope.ServiceProvider.GetRequiredService(reference.Seeder)).SeedAsync(cancel);
            }

            // A later module's seeder may ask for the terms of an earlier one.
            if (module.Key == "platform")
            {
                foreach (var snapshot in snapshots) await snapshot.RefreshAsync(cancel);
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = Lock } }, CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
