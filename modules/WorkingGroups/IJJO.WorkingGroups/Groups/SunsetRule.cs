using IJJO.Platform;

namespace IJJO.WorkingGroups.Groups;

/// <summary>A group ends some day: its sunset date lies ahead, and not so far that nobody would look again.</summary>
internal static class SunsetRule
{
    public const int LongestInDays = 1096;

    /// <summary>How long before its sunset a group counts as ending soon.</summary>
    public const int SoonInDays = 60;

    public static FieldError? Problem(DateOnly sunset, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        if (sunset <= today) return new FieldError("Sunset", "working-groups.sunset-past");
        return sunset > today.AddDays(LongestInDays) ? new FieldError("Sunset", "working-groups.sunset-far") : null;
    }
}
