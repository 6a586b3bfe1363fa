using System.Globalization;
using IJJO.Platform;

namespace IJJO.Outreach.Messages;

/// <summary>The clock that staff plan by, in the organisation's zone.</summary>
internal sealed class OfficeClock(ISite site, TimeProvider clock)
{
    /// <summary>The zone; UTC where the machine does not know the name.</summary>
    internal TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(site.Organisation.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    internal DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    /// <summary>A moment as staff read it.</summary>
    internal string Show(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("f", CultureInfo.CurrentUICulture);

    /// <summary>The distance to UTC at a moment, such as +02:00.</summary>
    internal string Offset(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("zzz", CultureInfo.InvariantCulture);
}
