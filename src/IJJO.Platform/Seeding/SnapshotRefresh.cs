using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Seeding;

/// <summary>Reads the snapshots again every minute: another host may have changed them.</summary>
internal sealed class SnapshotRefresh(IEnumerable<ISnapshot> snapshots, ILogger<SnapshotRefresh> log, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var snapshot in snapshots)
            {
                try
                {
                    await snapshot.RefreshAsync(stoppingToken);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    log.LogWarning(failure, "{Snapshot} could not be read again; the last one stays", snapshot.GetType().Name);
                }
            }
        }
    }
}
