using IJJO.Platform.Identity;
using IJJO.Platform.Loading;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.Data;

/// <summary>
/// Brings every schema up to date, in dependency order, under one advisory lock: of several hosts that start at once, one migrates and the others
/// find nothing to do. It runs before the host is built, so that a module whose migration fails leaves no registration behind.
/// </summary>
internal static class MigrateModules
{
    // Any number will do as long as nothing else in the database uses it: "IJJO" in ASCII.
    private const long Lock = 0x494A4A4F;

    internal static async Task RunAsync(ModuleCatalog catalog, NpgsqlDataSource source, ILogger log, CancellationToken cancel)
    {
        await using var connection = await source.OpenConnectionAsync(cancel);
        await using (var take = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Lock } }, CommandTimeout = 0 })
        {
            await take.ExecuteNonQueryAsync(cancel);
        }

        // Disposing the connection returns it to the pool, which resets the session and with it the lock.
        foreach (var module in catalog.Loaded.ToList())
        {
            if (!catalog.Loaded.Contains(module)) continue;
            try
            {
                if (module.Info.Key == "platform" && await new SchemaHistory(typeof(IdentityDb), IdentityDb.Schema).MissingAsync(source, cancel) is not [])
                {
                    await IdentityDb.MigrateAsync(source, cancel);
                }

                foreach (var database in module.Info.Declared<DatabaseDeclaration>())
                {
                    await MigrateAsync(module.Info, database, source, log, cancel);
                }
            }
            catch (Exception failure) when (module.Info.Key != "platform" && failure is not OperationCanceledException)
            {
                log.LogError(failure, "The database of module {Module} could not be brought up to date", module.Info.Key);
                catalog.TurnOff(module.Info.Key,
                    $"Its database could not be brought up to date: {failure.GetBaseException().Message} Its data is as it was; install a corrected version and restart.");
            }
        }

        await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection) { Parameters = { new() { Value = Lock } } };
        await release.ExecuteNonQueryAsync(cancel);
    }

    private static async Task MigrateAsync(ModuleInfo module, DatabaseDeclaration database, NpgsqlDataSource source, ILogger log, CancellationToken cancel)
    {
        var schema = ModuleAttribute.Of(module.Assembly).Schema;
        if (await new SchemaHistory(database.Context, schema).MissingAsync(source, cancel) is []) return;

        var services = new ServiceCollection();
        database.Register(services, (_, options) => ModuleData.Options(options, source, schema, database.Context));
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var db = (DbContext)scope.ServiceProvider.GetRequiredService(database.Context);
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(10));
        await db.Database.MigrateAsync(cancel);
        log.LogInformation("Module {Module}: schema {Schema} is up to date", module.Key, schema);
    }
}
