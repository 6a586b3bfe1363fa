using System.Collections.Concurrent;
using System.Diagnostics;

namespace IJJO.Platform.Testing;

/// <summary>Notes the SQL that this flow of execution sends, so that a test can say what the database was asked, or that it was not.</summary>
public sealed class SqlRecorder : IDisposable
{
    private readonly AsyncLocal<ConcurrentQueue<Activity>?> _flow = new();
    private readonly ActivityListener _listener;

    /// <summary>Starts to listen.</summary>
    public SqlRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStarted = activity => _flow.Value?.Enqueue(activity),
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Runs something and tells what it sent.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="act">What to run.</param>
    /// <returns>What it gave, and the commands.</returns>
    public async Task<(T Result, IReadOnlyCollection<string> Sent)> WatchAsync<T>(Func<Task<T>> act)
    {
        var sent = _flow.Value = new ConcurrentQueue<Activity>();
        var result = await act();
        _flow.Value = null;
        return (result, [.. sent.Select(TextOf)]);
    }

    // The text is added to the activity only after its start.
    private static string TextOf(Activity activity) => (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement"))?.ToString() ?? activity.DisplayName;

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();
}
