using System.Diagnostics;

namespace IJJO.Platform.Testing;

/// <summary>Waits for what happens in the background by asking again, up to a deadline.</summary>
public static class Eventually
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    /// <summary>Asks until the answer is not <c>null</c>.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="ask">What to ask.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="deadline">How long; 60 seconds by default.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="TimeoutException">It did not come in time.</exception>
    public static async Task<T> GetAsync<T>(Func<Task<T?>> ask, string what, TimeSpan? deadline = null) where T : class
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < (deadline ?? Deadline); await Task.Delay(50))
        {
            if (await ask() is { } answer) return answer;
        }

        throw new TimeoutException($"Waited in vain for {what}.");
    }

    /// <summary>Asks until it is so.</summary>
    /// <param name="isSo">What to ask.</param>
    /// <param name="what">What is waited for, for the message.</param>
    /// <param name="deadline">How long; 60 seconds by default.</param>
    /// <returns>A task.</returns>
    /// <exception cref="TimeoutException">It did not become so in time.</exception>
    public static Task IsTrueAsync(Func<Task<bool>> isSo, string what, TimeSpan? deadline = null) =>
        GetAsync(async () => await isSo() ? what : null, what, deadline);

    /// <summary>Asks until it is so, and says what it was at the end.</summary>
    /// <param name="isSo">What to ask.</param>
    /// <param name="what">What is waited for and what is there instead, for the message.</param>
    /// <param name="deadline">How long.</param>
    /// <returns>A task.</returns>
    /// <exception cref="TimeoutException">It did not become so in time.</exception>
    public static async Task IsTrueAsync(Func<Task<bool>> isSo, Func<string> what, TimeSpan deadline)
    {
        try
        {
            await IsTrueAsync(isSo, "it", deadline);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited in vain for {what()}");
        }
    }
}
