using System.Globalization;

namespace IJJO.Platform.Web;

/// <summary>Reads one typed value, or says which text explains what is wrong with it.</summary>
internal static class ValueParser
{
    private const NumberStyles Whole = NumberStyles.AllowLeadingSign;
    private const NumberStyles Broken = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static (object? Value, string? Problem) Parse(string text, Type type, TimeZoneInfo zone)
    {
        if (type == typeof(string)) return (text, null);
        if (type.IsEnum) return Enumeration(text, type);
        if (type == typeof(bool)) return YesNo(text);
        if (type == typeof(Guid)) return Said(Guid.TryParse(text, out var id), id, "field.identifier");
        if (type == typeof(int)) return Said(int.TryParse(text, Whole, Invariant, out var number), number, "field.whole-number");
        if (type == typeof(long)) return Said(long.TryParse(text, Whole, Invariant, out var number), number, "field.whole-number");
        if (type == typeof(uint)) return Said(uint.TryParse(text, NumberStyles.None, Invariant, out var number), number, "field.whole-number");
        if (type == typeof(short)) return Said(short.TryParse(text, Whole, Invariant, out var number), number, "field.whole-number");
        if (type == typeof(decimal)) return Said(decimal.TryParse(WithPoint(text), Broken, Invariant, out var number), number, "field.number");
        if (type == typeof(double)) return Said(double.TryParse(WithPoint(text), Broken, Invariant, out var number) && double.IsFinite(number), number, "field.number");
        if (type == typeof(DateOnly)) return Said(DateOnly.TryParseExact(text, "yyyy-MM-dd", Invariant, DateTimeStyles.None, out var date), date, "field.date");
        if (type == typeof(TimeOnly)) return Said(TimeOnly.TryParseExact(text, ["HH:mm", "HH:mm:ss"], Invariant, DateTimeStyles.None, out var time), time, FieldErrors.Format);
        if (type == typeof(DateTimeOffset)) return Moment(text, zone);
        throw new NotSupportedException($"A form cannot bind a member of type {type}. Give the command a simpler member and convert it in the page.");
    }

    private static (object?, string?) Said<T>(bool understood, T value, string problem) => understood ? (value, null) : (null, problem);

    // Spanish and French readers write a comma; one comma and no point can only be the decimal sign.
    private static string WithPoint(string text) => text.Count(sign => sign == ',') == 1 && !text.Contains('.') ? text.Replace(',', '.') : text;

    private static (object?, string?) YesNo(string text) => text.ToLowerInvariant() switch
    {
        "true" or "on" or "1" or "yes" => (true, null),
        "false" or "off" or "0" or "no" => (false, null),
        _ => (null, "field.yes-no"),
    };

    // Enum.TryParse takes any number; a form offers names only.
    private static (object?, string?) Enumeration(string text, Type type)
    {
        var name = Enum.GetNames(type).FirstOrDefault(candidate => candidate.Equals(text, StringComparison.OrdinalIgnoreCase));
        return name is null ? (null, FieldErrors.Choice) : (Enum.Parse(type, name), null);
    }

    private static (object?, string?) Moment(string text, TimeZoneInfo zone)
    {
        string[] local = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"];
        if (DateTime.TryParseExact(text, local, Invariant, DateTimeStyles.None, out var typed))
        {
            return zone.IsInvalidTime(typed) ? (null, "field.time") : (new DateTimeOffset(typed, zone.GetUtcOffset(typed)).ToUniversalTime(), null);
        }
        string[] withOffset = ["yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        return Said(DateTimeOffset.TryParseExact(text, withOffset, Invariant, DateTimeStyles.None, out var moment), moment.ToUniversalTime(), "field.time");
    }
}
