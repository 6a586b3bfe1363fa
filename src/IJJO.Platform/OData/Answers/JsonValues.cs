using System.Text.Json;

namespace IJJO.Platform.OData;

/// <summary>Writes a value as the OData JSON format says (4.01 JSON, 7.1): exactly what the library's serialiser writes, without its boxing.</summary>
internal static class JsonValues
{
    public static Action<Utf8JsonWriter, T> Writer<T>() => (Action<Utf8JsonWriter, T>)(Of(typeof(T)) ?? Enumeration<T>());

    /// <summary>A value whose type only the query knows.</summary>
    public static void Write(Utf8JsonWriter json, object value)
    {
        if (value is System.Collections.IEnumerable many and not (string or byte[]))
        {
            json.WriteStartArray();
            foreach (var one in many) Write(json, one);
            json.WriteEndArray();
        }
        else if (Of(value.GetType()) is { } write) write.DynamicInvoke(json, value);
        else json.WriteStringValue(value.ToString());
    }

    private static Delegate? Of(Type type) =>
        type == typeof(string) ? (Action<Utf8JsonWriter, string?>)((json, value) => json.WriteStringValue(value))
        : type == typeof(bool) ? (Action<Utf8JsonWriter, bool>)((json, value) => json.WriteBooleanValue(value))
        : type == typeof(byte) ? (Action<Utf8JsonWriter, byte>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(sbyte) ? (Action<Utf8JsonWriter, sbyte>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(short) ? (Action<Utf8JsonWriter, short>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(ushort) ? (Action<Utf8JsonWriter, ushort>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(int) ? (Action<Utf8JsonWriter, int>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(uint) ? (Action<Utf8JsonWriter, uint>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(long) ? (Action<Utf8JsonWriter, long>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(decimal) ? (Action<Utf8JsonWriter, decimal>)((json, value) => json.WriteNumberValue(value))
        : type == typeof(float) ? (Action<Utf8JsonWriter, float>)((json, value) => Floating(json, value))
        : type == typeof(double) ? (Action<Utf8JsonWriter, double>)Floating
        : type == typeof(Guid) ? (Action<Utf8JsonWriter, Guid>)((json, value) => json.WriteStringValue(value))
        : type == typeof(DateTimeOffset) ? (Action<Utf8JsonWriter, DateTimeOffset>)Moment
        : type == typeof(DateOnly) ? (Action<Utf8JsonWriter, DateOnly>)((json, value) => json.WriteStringValue(value.ToString("yyyy-MM-dd", null)))
        : type == typeof(TimeOnly) ? (Action<Utf8JsonWriter, TimeOnly>)((json, value) => json.WriteStringValue(value.ToString("HH:mm:ss.fffffff", null)))
        : type == typeof(TimeSpan) ? (Action<Utf8JsonWriter, TimeSpan>)((json, value) => json.WriteStringValue(System.Xml.XmlConvert.ToString(value)))
        : type == typeof(byte[]) ? (Action<Utf8JsonWriter, byte[]>)((json, value) => json.WriteStringValue(Convert.ToBase64String(value).Replace('+', '-').Replace('/', '_')))
        : null;

    private static Action<Utf8JsonWriter, T> Enumeration<T>() => (json, value) => json.WriteStringValue(value!.ToString());

    private static void Floating(Utf8JsonWriter json, double value)
    {
        if (double.IsFinite(value)) json.WriteNumberValue(value);
        else json.WriteStringValue(double.IsNaN(value) ? "NaN" : value > 0 ? "INF" : "-INF");
    }

    private static void Moment(Utf8JsonWriter json, DateTimeOffset value)
    {
        if (value.Offset == TimeSpan.Zero) json.WriteStringValue(value.UtcDateTime);
        else json.WriteStringValue(value);
    }
}
