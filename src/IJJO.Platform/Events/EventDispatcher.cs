using System.Diagnostics;
using IJJO.Platform.Timeline;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IJJO.Platform.Events;

/// <summary>
/// Delivers the events of every schema: lease due rows, hand each to each handler in its own transaction, mark it done when all have it.
/// A handler that fails keeps its event back for itself only; the others do not wait for it.
/// </summary>
internal sealed class EventDispatcher(
    IModuleCatalog catalog, NpgsqlDataSource source, Subscriptions subscriptions, EventHandling handling, TimelineProjection timeline,
    EventBell bell, ILogger<EventDispatcher> log) : BackgroundService
{
    internal static readonly ActivitySource Activities = new("IJJO.Platform.Events");

    private static readonly TimeSpan[] BackOff =
        [.. new[] { 1, 5, 15, 60, 300, 900, 3600 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var schemas = catalog.Running
            .Where(m => m.Declared<DatabaseDeclaration>().Any(d => d.Context.IsAssignableTo(typeof(ModuleDbContext))))
            .Select(m => ModuleAttribute.Of(m.Assembly).Schema);
        return Task.WhenAll(schemas.Select(schema => RunAsync(new OutboxTable(source, schema), stoppingToken)));
    }

    private async Task RunAsync(OutboxTable outbox, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                while (await outbox.LeaseAsync(stop) is { Count: > 0 } leased) await DeliverAsync(outbox, leased, stop);
                await bell.WaitAsync(outbox.Schema, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogWarning(failure, "The outbox of {Schema} could not be read; trying again", outbox.Schema);
                await bell.WaitAsync(outbox.Schema, stop).ContinueWith(_ => { }, CancellationToken.None);
            }
        }
    }

    private async Task DeliverAsync(OutboxTable outbox, IReadOnlyList<LeasedEvent> leased, CancellationToken stop)
    {
        var renewed = Stopwatch.GetTimestamp();
        for (var i = 0; i < leased.Count; i++)
        {
            if (Stopwatch.GetElapsedTime(renewed) > TimeSpan.FromSeconds(5))
            {
                await outbox.RenewAsync(leased.Skip(i).Select(e => e.Id), stop);
                renewed = Stopwatch.GetTimestamp();
            }

            await DeliverAsync(outbox, leased[i], stop);
        }
    }

    private async Task DeliverAsync(OutboxTable outbox, LeasedEvent leased, CancellationToken stop)
    {
        using var activity = Activities.StartActivity(leased.Name, ActivityKind.Consumer, leased.TraceParent);
        var listeners = subscriptions.To(leased.Name).ToList();
        if (listeners.Count == 0 && leased.Waits)
        {
            await outbox.FailedAsync(leased.Id, TimeSpan.FromMinutes(1), "No running module handles it; it waits.", stop);
            return;
        }

        var errors = new List<string>();
        await TryAsync("timeline", () => timeline.ProjectAsync(outbox.Schema, leased, stop));
        foreach (var listener in listeners) await TryAsync(listener.Handler.Handler.Name, () => handling.HandleAsync(leased, listener, stop));

        if (errors.Count == 0) await outbox.DoneAsync(leased.Id, stop);
        else await outbox.FailedAsync(leased.Id, BackOff[Math.Min(leased.Attempts - 1, BackOff.Length - 1)], string.Join("\n", errors), stop);

        async Task TryAsync(string handler, Func<Task> handle)
        {
            try
            {
                await handle();
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                // A first failure is often only an event that overtook another; a stack trace is worth its lines when it goes on.
                if (leased.Attempts < 3) log.LogWarning("{Handler} failed on {Event} {EventId}: {Reason}", handler, leased.Name, leased.Id, failure.GetBaseException().Message);
                else log.LogError(failure, "{Handler} failed on {Event} {EventId}, attempt {Attempt}", handler, leased.Name, leased.Id, leased.Attempts);
                errors.Add($"{handler}: {failure.GetBaseException().Message}");
            }
        }
    }
}
