namespace IJJO.Platform;

/// <summary>Cron expressions of five fields, in UTC.</summary>
/// <example><code>module.Job&lt;Purge&gt;("purge", Cron.Daily(hour: 3)).Job&lt;SendReminders&gt;("reminders", Cron.Hourly(15));</code></example>
public static class Cron
{
    /// <summary>Every minute.</summary>
    /// <returns>The expression.</returns>
    public static string Minutely() => "* * * * *";

    /// <summary>Every so many minutes.</summary>
    /// <param name="minutes">1 to 59.</param>
    /// <returns>The expression.</returns>
    public static string Every(int minutes) => $"*/{minutes} * * * *";

    /// <summary>Every hour.</summary>
    /// <param name="minute">The minute, 0 to 59.</param>
    /// <returns>The expression.</returns>
    public static string Hourly(int minute = 0) => $"{minute} * * * *";

    /// <summary>Every day.</summary>
    /// <param name="hour">The hour in UTC, 0 to 23.</param>
    /// <param name="minute">The minute, 0 to 59.</param>
    /// <returns>The expression.</returns>
    public static string Daily(int hour = 4, int minute = 0) => $"{minute} {hour} * * *";
}
