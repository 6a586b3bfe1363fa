using IJJO.Outreach.Transport;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IJJO.Outreach.Deliveries;

/// <summary>
/// Sends what is due, several messages at once, until nothing is. One per process: ringing while it runs makes it look again. Each message is claimed, sent and
/// settled by itself, so that stopping needs only the current ones to be finished and a killed host leaves at most one unknown fate per lane.
/// </summary>
internal sealed class MailPump(IServiceScopeFactory scopes, IMailTransport transport, MailSettings settings, TimeProvider clock, ILogger<MailPump> log)
{
    internal static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(2);

    private readonly Guid _owner = Guid.NewGuid();
    private readonly SemaphoreSlim _running = new(1, 1);
    private volatile bool _rungAgain;

    internal bool IsRunning => _running.CurrentCount == 0;

    /// <summary>Sends what is due.</summary>
    /// <param name="stopping">No further message is begun; the current ones are finished.</param>
    internal async Task RunAsync(CancellationToken stopping)
    {
        _rungAgain = true;
        if (!await _running.WaitAsync(0, CancellationToken.None)) return;
        try
        {
            while (_rungAgain && !stopping.IsCancellationRequested)
            {
                _rungAgain = false;
                await Task.WhenAll(Enumerable.Range(0, Math.Max(1, settings.Lanes)).Select(_ => LaneAsync(stopping)));
            }
        }
        finally
        {
            _running.Release();
        }
    }

    private async Task LaneAsync(CancellationToken stopping)
    {
        await using var session = new ReopenedSession(transport);
        while (!stopping.IsCancellationRequested)
        {
            Claim? claim;
            await using (var scope = scopes.CreateAsyncScope())
            {
                claim = await scope.ServiceProvider.GetRequiredService<Ledger>().ClaimAsync(_owner, CancellationToken.None);
            }

            if (claim is null) return;
            await SendAsync(session, claim);
        }
    }

    private async Task SendAsync(ReopenedSession session, Claim claim)
    {
        using var lost = new CancellationTokenSource();
        var heart = BeatAsync(claim, lost);
        await SettleAsync(claim, await AttemptAsync(session, claim, lost.Token));
        await lost.CancelAsync();
        await heart;
    }

    private async Task<SmtpVerdict> AttemptAsync(ReopenedSession session, Claim claim, CancellationToken lost)
    {
        var atDot = false;
        try
        {
            var reply = await session.SendAsync(claim, async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                if (!await scope.ServiceProvider.GetRequiredService<Ledger>().DotAsync(claim, lost)) throw new NotToBeSentException();
                atDot = true;
            }, lost);
            return new(DeliveryState.Accepted, reply);
        }
        catch (NotToBeSentException)
        {
            session.Drop();
            // If the claim was lost instead, this verdict carries an old fence and changes nothing.
            return new(DeliveryState.Suppressed, "The address is on the suppression list.");
        }
        catch (Exception failure)
        {
            session.Drop();
            var verdict = SmtpVerdict.Of(failure, atDot);
            log.LogWarning("Delivery {Delivery} is {State}: {Kind}", claim.Id, verdict.State, failure.GetType().Name);
            return verdict;
        }
    }

    /// <summary>
    /// Writes the verdict. While the database is away it is kept and tried again: what the server said must not be forgotten, and if the lease runs out meanwhile
    /// the fence refuses it. A commit whose reply was lost is refused the second time, too.
    /// </summary>
    private async Task SettleAsync(Claim claim, SmtpVerdict verdict)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<Settlement>().WriteAsync(claim, verdict, CancellationToken.None);
                return;
            }
            catch (Exception failure) when (attempt < 60)
            {
                log.LogWarning("Delivery {Delivery} could not be settled, attempt {Attempt}: {Kind}", claim.Id, attempt, failure.GetType().Name);
                await Task.Delay(TimeSpan.FromSeconds(1), clock);
            }
        }
    }

    /// <summary>Keeps the claim alive while a message is on its way, and gives the message up when the claim is lost.</summary>
    private async Task BeatAsync(Claim claim, CancellationTokenSource lost)
    {
        using var timer = new PeriodicTimer(Heartbeat, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(lost.Token))
            {
                try
                {
                    await using var scope = scopes.CreateAsyncScope();
                    if (!await scope.ServiceProvider.GetRequiredService<Ledger>().BeatAsync(claim, lost.Token)) await lost.CancelAsync();
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    // The database is away for a moment; the fence decides later whether the claim was still ours.
                    log.LogWarning("Heartbeat of delivery {Delivery} failed: {Kind}", claim.Id, failure.GetType().Name);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The message is finished.
        }
    }

    /// <summary>The claim is lost or the address has been suppressed: the dot must not be sent.</summary>
    private sealed class NotToBeSentException : Exception;
}
