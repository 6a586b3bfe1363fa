using System.Security.Cryptography;
using IJJO.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.Seeding;

/// <summary>What must be true before the first request: reference data is there, snapshots are read, the recurring jobs are ours.</summary>
internal sealed class Startup(
    IModuleCatalog catalog, IServiceScopeFactory scopes, NpgsqlDataSource source, IEnumerable<ISnapshot> snapshots, PlatformOptions options, ILogger<Startup> log)
{
    // Beside the lock of the migrations: hosts seed one after another.
    private const long Lock = 0x494A4A50;
    private const string SeededBy = "seeded-by";

    internal async Task RunAsync(CancellationToken cancel)
    {
        var models = Task.Run(BuildModels, cancel);
        await using (var connection = await source.OpenConnectionAsync(cancel))
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_lock($1)", cancel, Lock);
            // Reference data is part of the modules: those that have seeded this database before have nothing to add.
            var installed = Installed();
            if (!installed.Equals(await ExecuteAsync(connection, "SELECT value FROM platform.setting WHERE key = $1", cancel, SeededBy)))
            {
                await SeedAsync(cancel);
                await ExecuteAsync(connection, "INSERT INTO platform.setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value", cancel, SeededBy, installed);
            }

            // The job storage makes its tables when it is first asked for: of hosts that do so at once, all but one fail, and wait before they try again.
            await using (var scope = scopes.CreateAsyncScope())
            {
                var jobs = scope.ServiceProvider.GetRequiredService<RecurringJobs>();
                if (options.IsWorker) jobs.Register();
            }

            await ExecuteAsync(connection, "SELECT pg_advisory_unlock($1)", cancel, Lock);
        }

        await Task.WhenAll(snapshots.Select(snapshot => snapshot.RefreshAsync(cancel)));
        await models;
    }

    /// <summary>EF Core builds a model when it is first needed: here on another core, so that neither the rest of the start nor the first reader waits for it.</summary>
    private void BuildModels()
    {
        foreach (var database in catalog.Running.SelectMany(module => module.Declared<DatabaseDeclaration>()))
        {
            try
            {
                using var scope = scopes.CreateScope();
                _ = ((DbContext)scope.ServiceProvider.GetRequiredService(database.Context)).Model;
            }
            // One module's fault is not the site's.
            catch (Exception wrong)
            {
                log.LogError(wrong, "The model of {Context} is wrong: whatever needs it will say so", database.Context.Name);
            }
        }
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

    /// <summary>Differs when a module is added, removed or built from other sources.</summary>
    private string Installed() =>
        Convert.ToHexString(SHA256.HashData([.. catalog.Running.OrderBy(module => module.Key, StringComparer.Ordinal).SelectMany(module => module.Assembly.ManifestModule.ModuleVersionId.ToByteArray())]));

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancel);
    }
}
