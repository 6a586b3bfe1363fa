namespace IJJO.Platform.Postgres;

/// <summary>
/// The embedded PostgreSQL cannot be started. The message is meant for the person at the console: it says what is wrong and what to do next.
/// </summary>
/// <param name="message">What is wrong and what to do next.</param>
/// <param name="inner">The failure underneath, if there is one.</param>
public sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>With a port that was free when it was chosen, another one can be tried.</summary>
    internal bool PortIsTaken { get; init; }
}
