using System.Globalization;

namespace IJJO.Platform.Web;

/// <summary>Dates in words, as the reader's language writes them. The framework's long patterns carry the weekday and, in Spanish, differ by country.</summary>
internal static class DateText
{
    public static string Machine(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    public static string Long(DateOnly date) => date.ToString(Pattern(), CultureInfo.CurrentUICulture);

    public static string Long(DateTimeOffset at, TimeZoneInfo zone, bool clock)
    {
        var local = TimeZoneInfo.ConvertTime(at, zone);
        var date = Long(DateOnly.FromDateTime(local.DateTime));
        return clock ? $"{date}, {local.ToString("HH:mm", CultureInfo.InvariantCulture)} {Name(zone, local)}" : date;
    }

    public static string Ago(DateTimeOffset at, DateTimeOffset now)
    {
        var passed = now - at;
        if (passed < TimeSpan.Zero || passed.TotalDays >= 30) return Long(at, TimeZoneInfo.Utc, false);
        if (passed.TotalMinutes < 1) return KitText.Get("time.now");
        if (passed.TotalHours < 1) return Count("time.minutes", passed.TotalMinutes);
        return passed.TotalDays < 1 ? Count("time.hours", passed.TotalHours) : Count("time.days", passed.TotalDays);
    }

    private static string Count(string key, double amount) => (int)amount == 1 ? KitText.Get(key + "-one") : KitText.Get(key, (int)amount);

    private static string Pattern() => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "es" ? "d 'de' MMMM 'de' yyyy" : "d MMMM yyyy";

    private static string Name(TimeZoneInfo zone, DateTimeOffset local) =>
        zone.BaseUtcOffset == TimeSpan.Zero && !zone.SupportsDaylightSavingTime ? "UTC" : "UTC" + local.ToString("zzz", CultureInfo.InvariantCulture);
}
