using IJJO.Outreach.Templates;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IJJO.Outreach.Deliveries;

/// <summary>The bell: Hangfire rings it at the time of each mail and once a minute. What is sent, and that it is sent once, is the ledger's matter.</summary>
internal sealed class SendDueMail(MailPump pump, Ledger ledger) : IJob
{
    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        await ledger.RecoverAsync(cancel);
        await pump.RunAsync(cancel);
    }
}

/// <summary>Rings when there is something to do, without a job for every one of a thousand mails.</summary>
internal sealed class Bell(IJobs jobs, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _nextRing;

    /// <summary>Rings in about a second: the transaction that queued the mail commits before that.</summary>
    internal void RingSoon()
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            if (_nextRing > now.AddMilliseconds(300)) return;
            _nextRing = now.AddSeconds(1);
        }

        jobs.Schedule<SendDueMail>(now.AddSeconds(1));
    }

    /// <summary>Rings at a time.</summary>
    internal void RingAt(DateTimeOffset at)
    {
        if (at <= clock.GetUtcNow()) RingSoon();
        else jobs.Schedule<SendDueMail>(at);
    }
}

/// <summary>
/// Looks at the ledger every two seconds: a host that died leaves its claims here and its job in Hangfire, and Hangfire takes longer to notice than the lease lasts.
/// </summary>
internal sealed class LedgerWatch(IServiceScopeFactory scopes, MailPump pump, EditedTemplates templates, IJobs jobs, TimeProvider clock, ILogger<LedgerWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(2), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                // What was edited on another host.
                await templates.RefreshAsync(stoppingToken);
                await scope.ServiceProvider.GetRequiredService<Ledger>().RecoverAsync(stoppingToken);
                if (!pump.IsRunning && await HasOverdueAsync(scope.ServiceProvider.GetRequiredService<OutreachDb>(), stoppingToken)) jobs.Enqueue<SendDueMail>();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The delivery ledger could not be read; trying again: {Kind}", failure.GetType().Name);
            }
        }
    }

    /// <summary>Whether something has been due for longer than a pump that knows of it would take to fetch it.</summary>
    private static async Task<bool> HasOverdueAsync(OutreachDb db, CancellationToken cancel) =>
        await db.Database.SqlQuery<bool>($"""
            SELECT EXISTS (SELECT 1 FROM outreach.delivery WHERE state IN ('queued', 'deferred') AND next_try_at < now() - interval '1 second') AS "Value"
            """).SingleAsync(cancel);
}
