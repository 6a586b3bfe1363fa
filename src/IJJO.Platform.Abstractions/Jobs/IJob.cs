namespace IJJO.Platform;

/// <summary>
/// Background work. It may run more than once for one call (a host can die in the middle), so claim what must happen exactly once from a table.
/// </summary>
/// <example><code>
/// internal sealed class SendDraftReminders(SubmissionsDb db) : IJob
/// {
///     public async Task RunAsync(string? argument, CancellationToken cancel) { … }
/// }
/// </code></example>
public interface IJob
{
    /// <summary>Runs it.</summary>
    /// <param name="argument">What it was enqueued with; <c>null</c> when it recurs.</param>
    /// <param name="cancel">Cancels when the host stops; the job then runs again elsewhere.</param>
    /// <returns>A task.</returns>
    Task RunAsync(string? argument, CancellationToken cancel);
}

/// <summary>Enqueues and schedules the jobs that modules declared.</summary>
/// <example><code>
/// jobs.Enqueue&lt;SendDueMail&gt;();
/// jobs.Schedule&lt;PublishScheduled&gt;(command.PublishAt);
/// </code></example>
public interface IJobs
{
    /// <summary>Runs a job as soon as a worker is free.</summary>
    /// <typeparam name="TJob">A job that some module declared.</typeparam>
    /// <param name="argument">Handed to the job; keep it short, an identifier at best, never personal data.</param>
    void Enqueue<TJob>(string? argument = null) where TJob : IJob;

    /// <summary>Runs a job at a time, within about a second.</summary>
    /// <typeparam name="TJob">A job that some module declared.</typeparam>
    /// <param name="at">When.</param>
    /// <param name="argument">Handed to the job.</param>
    void Schedule<TJob>(DateTimeOffset at, string? argument = null) where TJob : IJob;
}
