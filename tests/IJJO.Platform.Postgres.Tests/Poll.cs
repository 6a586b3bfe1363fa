using System.Diagnostics;

namespace IJJO.Platform.Postgres.Tests;

internal static class Poll
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(10);

    public static async Task UntilAsync(Func<bool> condition)
    {
        var since = Stopwatch.GetTimestamp();
        while (!condition())
        {
            Assert.True(Stopwatch.GetElapsedTime(since) < Limit, "The condition was not met in time.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
