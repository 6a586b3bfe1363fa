using System.Collections.Concurrent;
using System.Text.Json;

namespace IJJO.Platform.OData;

/// <summary>The envelope of lists and single rows.</summary>
internal static class PageJson
{
    public static void Write<TRow>(Utf8JsonWriter json, SetRequest request, ParsedQuery query, Page<TRow> page, RowWriter<TRow>.Writer rows, bool bare) where TRow : class
    {
        json.WriteStartObject();
        if (!bare) json.WriteString("@odata.context", Links.Context(request.Http, request.Set, query, entity: false));
        if (page.Count is { } count) json.WriteNumber("@odata.count", count);
        json.WriteStartArray("value");
        foreach (var row in page.Rows) rows.Row(json, row);
        json.WriteEndArray();
        if (page.Next is { } next) json.WriteString("@odata.nextLink", Links.Next(request.Http.Request, next));
        json.WriteEndObject();
    }

    public static void WriteOne<TRow>(Utf8JsonWriter json, SetRequest request, TRow row, ParsedQuery query, RowWriter<TRow>.Writer writer, bool bare) where TRow : class
    {
        json.WriteStartObject();
        if (!bare) json.WriteString("@odata.context", Links.Context(request.Http, request.Set, query, entity: true));
        writer.Members(json, row);
        json.WriteEndObject();
    }
}

/// <summary>The writers of all sets, made when first needed.</summary>
internal sealed class RowWriters
{
    private readonly ConcurrentDictionary<Type, object> _writers = [];

    public RowWriter<TRow> Of<TRow>(ServedSet set) where TRow : class => (RowWriter<TRow>)_writers.GetOrAdd(typeof(TRow), _ => new RowWriter<TRow>(set.Shape));
}
