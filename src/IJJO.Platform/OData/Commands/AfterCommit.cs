namespace IJJO.Platform.OData;

/// <summary>
/// What leaves the database (a line in the audit, a job) waits here while commands run together in one transaction, and happens when that is committed or
/// not at all. Where there is none it happens at once.
/// </summary>
internal sealed class AfterCommit
{
    // It belongs to the flow of one request; singletons such as the job client have no scope to ask.
    private readonly AsyncLocal<Held?> _held = new();

    public Task DoAsync(Func<Task> what)
    {
        if (_held.Value is not { IsOpen: true } held) return what();
        held.Waiting.Add(what);
        return Task.CompletedTask;
    }

    public void Do(Action what)
    {
        if (_held.Value is not { IsOpen: true } held) what();
        else held.Waiting.Add(() =>
        {
            what();
            return Task.CompletedTask;
        });
    }

    /// <summary>From here on, until the calling method returns, everything waits in it.</summary>
    public void Enter(Held held) => _held.Value = held;

    internal sealed class Held : IDisposable
    {
        internal bool IsOpen { get; private set; } = true;

        internal List<Func<Task>> Waiting { get; } = [];

        /// <summary>The transaction is committed: now it happens.</summary>
        public async Task LetGoAsync()
        {
            IsOpen = false;
            foreach (var what in Waiting) await what();
        }

        public void Dispose() => IsOpen = false;
    }
}
