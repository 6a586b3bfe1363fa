using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace IJJO.Outreach.Messages;

/// <summary>The clock that staff plan by: the zone of the setting <c>Outreach:TimeZone</c>, an IANA name; Brussels unless set.</summary>
internal sealed class OfficeClock(IConfiguration configuration, TimeProvider clock)
{
    /// <summary>The zone; UTC where the machine does not know the name.</summary>
    internal TimeZoneInfo Zone { get; } = TimeZoneInfo.TryFindSystemTimeZoneById(configuration["Outreach:TimeZone"] ?? "Europe/Brussels", out var zone) ? zone : TimeZoneInfo.Utc;

    internal DateTimeOffset Now => TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zone);

    /// <summary>A moment as staff read it.</summary>
    internal string Show(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("f", CultureInfo.CurrentUICulture);

    /// <summary>The distance to UTC at a moment, such as +02:00.</summary>
    internal string Offset(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).ToString("zzz", CultureInfo.InvariantCulture);
}
