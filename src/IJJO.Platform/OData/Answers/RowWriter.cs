using System.Reflection;
using System.Text.Json;

namespace IJJO.Platform.OData;

/// <summary>Writes rows of one class, with a delegate and an encoded name per property: no reflection and no boxing per row.</summary>
internal sealed class RowWriter<TRow> where TRow : class
{
    private static readonly JsonEncodedText ETag = JsonEncodedText.Encode("@odata.etag");
    private readonly Dictionary<string, Action<Utf8JsonWriter, TRow>> _properties;
    private readonly Func<TRow, uint>? _version;

    public RowWriter(RowShape shape)
    {
        var build = GetType().GetMethod(nameof(Property), BindingFlags.NonPublic | BindingFlags.Static)!;
        _properties = shape.Properties.ToDictionary(
            p => p.Name, p => (Action<Utf8JsonWriter, TRow>)build.MakeGenericMethod(p.Info.PropertyType).Invoke(null, [p])!);
        _version = shape.Version?.GetMethod!.CreateDelegate<Func<TRow, uint>>();
    }

    public Writer For(IReadOnlyList<RowProperty> properties, bool bare, IReadOnlyList<ExpandedRows> expanded) =>
        new([.. properties.Select(p => _properties[p.Name])], bare ? null : _version, expanded);

    public string? ETagOf(TRow row) => _version is null ? null : ETags.Of(_version(row));

    private static Action<Utf8JsonWriter, TRow> Property<T>(RowProperty property)
    {
        var get = property.Info.GetMethod!.CreateDelegate<Func<TRow, T>>();
        var name = JsonEncodedText.Encode(property.Name);
        var write = Value<T>(property.Type);
        return (json, row) =>
        {
            json.WritePropertyName(name);
            var value = get(row);
            if (value is null) json.WriteNullValue();
            else write(json, value);
        };
    }

    private static Action<Utf8JsonWriter, T> Value<T>(SimpleType type)
    {
        if (type.IsCollection)
            return (Action<Utf8JsonWriter, T>)Make(nameof(Many), typeof(T), type.Element);
        return Nullable.GetUnderlyingType(typeof(T)) is { } bare ? (Action<Utf8JsonWriter, T>)Make(nameof(Optional), bare) : JsonValues.Writer<T>();
    }

    private static object Make(string method, params Type[] types) =>
        typeof(RowWriter<TRow>).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(types).Invoke(null, null)!;

    private static Action<Utf8JsonWriter, T?> Optional<T>() where T : struct
    {
        var write = JsonValues.Writer<T>();
        return (json, value) => write(json, value!.Value);
    }

    private static Action<Utf8JsonWriter, TList> Many<TList, T>() where TList : IEnumerable<T>
    {
        var write = JsonValues.Writer<T>();
        return (json, values) =>
        {
            json.WriteStartArray();
            foreach (var value in values) write(json, value);
            json.WriteEndArray();
        };
    }

    /// <summary>Writes the chosen properties of each row, and the related rows behind them.</summary>
    internal sealed class Writer(Action<Utf8JsonWriter, TRow>[] properties, Func<TRow, uint>? version, IReadOnlyList<ExpandedRows> expanded)
    {
        public void Row(Utf8JsonWriter json, TRow row)
        {
            json.WriteStartObject();
            Members(json, row);
            json.WriteEndObject();
        }

        public void Members(Utf8JsonWriter json, TRow row)
        {
            if (version is not null) json.WriteString(ETag, ETags.Of(version(row)));
            foreach (var write in properties) write(json, row);
            foreach (var write in expanded) write(json, row);
        }
    }
}
