using IJJO.Outreach.Deliveries;

namespace IJJO.Outreach.Transport;

/// <summary>Hands finished messages over.</summary>
internal interface IMailTransport
{
    /// <summary>One conversation, for several messages one after the other.</summary>
    IMailSession Open();
}

/// <summary>A conversation; disposing it says goodbye.</summary>
internal interface IMailSession : IAsyncDisposable
{
    /// <summary>Sends one message.</summary>
    /// <param name="claim">The message.</param>
    /// <param name="beforeDot">Called when everything but the end of the message has been handed over; throwing keeps the message from being sent.</param>
    /// <param name="cancel">Gives up; only the pump's own timeouts and a lost claim do.</param>
    /// <returns>What the other side said when it took the message over.</returns>
    Task<string> SendAsync(Claim claim, Func<Task> beforeDot, CancellationToken cancel);
}
