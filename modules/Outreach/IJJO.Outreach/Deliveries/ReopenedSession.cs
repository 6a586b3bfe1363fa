using IJJO.Outreach.Transport;

namespace IJJO.Outreach.Deliveries;

/// <summary>A session that is opened anew after a failure.</summary>
internal sealed class ReopenedSession(IMailTransport transport) : IAsyncDisposable
{
    private IMailSession? _session;
    private bool _broken;

    internal void Drop() => _broken = true;

    internal async Task<string> SendAsync(Claim claim, Func<Task> beforeDot, CancellationToken cancel)
    {
        if (_broken) await DisposeAsync();
        _session ??= transport.Open();
        return await _session.SendAsync(claim, beforeDot, cancel);
    }

    public async ValueTask DisposeAsync()
    {
        if (_session is not null) await _session.DisposeAsync();
        (_session, _broken) = (null, false);
    }
}
