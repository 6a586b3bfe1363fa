using IJJO.Platform.Data;
using IJJO.Platform.Site;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.Seeding;

/// <summary>Fills a first run in Development: module after module, each after the events of the one before have been handled.</summary>
internal sealed class SampleSeeding(IModuleCatalog catalog, IServiceScopeFactory scopes, NpgsqlDataSource source, TimeProvider clock, ILogger<SampleSeeding> log)
    : BackgroundService
{
    // Whoever comes too early finds the story half told; only an event that cannot be handled is not waited for.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var seeders = catalog.Running.SelectMany(m => m.Declared<SampleDataDeclaration>().Select(s => (Module: m.Key, s.Seeder))).ToList();
        await using var ordering = scopes.CreateAsyncScope();
        var inOrder = seeders.OrderBy(s => ((ISampleData)ordering.ServiceProvider.GetRequiredService(s.Seeder)).Order).ToList();
        foreach (var (module, seeder) in inOrder)
        {
            try
            {
                if (await SeedOnceAsync(module, seeder, stoppingToken)) await SettleAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogError(failure, "The sample data of module {Module} could not be made", module);
            }
        }
    }

    private async Task<bool> SeedOnceAsync(string module, Type seeder, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlatformDb>();
        var key = $"sample-data.{module}.{seeder.Name}";
        if (await db.Settings.AnyAsync(s => s.Key == key, cancel)) return false;
        await ((ISampleData)scope.ServiceProvider.GetRequiredService(seeder)).SeedAsync(cancel);
        db.Settings.Add(new Setting { Key = key, Value = clock.GetUtcNow().ToString("O") });
        await db.SaveChangesAsync(cancel);
        return true;
    }

    /// <summary>Waits until no event is under way.</summary>
    private async Task SettleAsync(CancellationToken cancel)
    {
        var started = clock.GetTimestamp();
        while (await PendingAsync(cancel) > 0 && clock.GetElapsedTime(started) < Patience) await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancel);
    }

    private async Task<long> PendingAsync(CancellationToken cancel)
    {
        var schemas = catalog.Running.Where(m => m.Declared<DatabaseDeclaration>().Any()).Select(m => ModuleAttribute.Of(m.Assembly).Schema);
        var sql = string.Join(" UNION ALL ", schemas.Select(s => $"SELECT count(*) AS n FROM \"{s}\".__outbox WHERE done_at IS NULL AND NOT waits AND attempts < 3"));
        await using var count = source.CreateCommand($"SELECT sum(n)::bigint FROM ({sql}) AS pending");
        return (long)(await count.ExecuteScalarAsync(cancel))!;
    }
}
