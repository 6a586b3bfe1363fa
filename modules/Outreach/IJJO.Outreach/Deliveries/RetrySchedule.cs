namespace IJJO.Outreach.Deliveries;

/// <summary>When a mail that the server did not take yet is tried again. The first two steps suit greylisting, which wants a second try within minutes.</summary>
internal static class RetrySchedule
{
    internal static readonly TimeSpan GiveUpAfter = TimeSpan.FromDays(4);

    /// <summary>How long to wait after an attempt.</summary>
    /// <param name="attemptsBefore">How many attempts there were before this one.</param>
    /// <param name="dueAt">When the mail should have left.</param>
    /// <param name="now">Now.</param>
    /// <returns>The wait, or <c>null</c> when it is time to give up.</returns>
    internal static TimeSpan? After(int attemptsBefore, DateTimeOffset dueAt, DateTimeOffset now)
    {
        if (now - dueAt > GiveUpAfter) return null;
        return attemptsBefore switch
        {
            0 => TimeSpan.FromMinutes(1),
            1 => TimeSpan.FromMinutes(5),
            2 => TimeSpan.FromMinutes(15),
            3 => TimeSpan.FromMinutes(30),
            4 => TimeSpan.FromHours(1),
            5 => TimeSpan.FromHours(2),
            _ => TimeSpan.FromHours(4),
        };
    }
}
