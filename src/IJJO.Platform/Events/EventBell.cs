using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.Events;

/// <summary>
/// Wakes the dispatcher the moment a transaction with events commits (<c>LISTEN</c>), and every few seconds in case a notification was lost.
/// </summary>
internal sealed class EventBell(NpgsqlDataSource source, ILogger<EventBell> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _rings = [];

    internal Task WaitAsync(string schema, CancellationToken cancel) => Ring(schema).WaitAsync(Poll, cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(failure, "Listening for events was interrupted; polling until it works again");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        connection.Notification += (_, notification) =>
        {
            var ring = Ring(notification.Payload);
            if (ring.CurrentCount == 0) ring.Release();
        };
        await using (var listen = new NpgsqlCommand($"LISTEN {ModuleDbContext.EventChannel}", connection)) await listen.ExecuteNonQueryAsync(stop);
        while (true) await connection.WaitAsync(stop);
    }

    private SemaphoreSlim Ring(string schema) => _rings.GetOrAdd(schema, _ => new SemaphoreSlim(0));
}
