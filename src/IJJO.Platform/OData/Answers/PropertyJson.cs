using System.Text;
using System.Text.Json;

namespace IJJO.Platform.OData;

/// <summary>One property of a row, and rows by their addresses only.</summary>
internal static class PropertyJson
{
    public static void Write(Utf8JsonWriter json, SetRequest request, RowProperty property, object value, bool bare)
    {
        json.WriteStartObject();
        if (!bare) json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#{request.Set.Name}({KeyText.Of(request.Key)})/{property.Name}");
        json.WritePropertyName("value");
        JsonValues.Write(json, value);
        json.WriteEndObject();
    }

    /// <summary>The value as it is, without a name: text as text, everything else as it stands in JSON.</summary>
    public static byte[] Raw(object value)
    {
        if (value is byte[] bytes) return bytes;
        if (value is string text) return Encoding.UTF8.GetBytes(text);
        using var answer = new JsonAnswer();
        JsonValues.Write(answer.Json, value);
        answer.Json.Flush();
        return answer.Written.Trim((byte)'"').ToArray();
    }

    public static void WriteReference(Utf8JsonWriter json, SetRequest request, object row)
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#$ref");
        json.WriteString("@odata.id", Links.Row(request.Http.Request, request.Set, row));
        json.WriteEndObject();
    }

    public static void WriteReferences<TRow>(Utf8JsonWriter json, SetRequest request, Page<TRow> page) where TRow : class
    {
        json.WriteStartObject();
        json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#Collection($ref)");
        if (page.Count is { } count) json.WriteNumber("@odata.count", count);
        json.WriteStartArray("value");
        foreach (var row in page.Rows)
        {
            json.WriteStartObject();
            json.WriteString("@odata.id", Links.Row(request.Http.Request, request.Set, row));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (page.Next is { } next) json.WriteString("@odata.nextLink", Links.Next(request.Http.Request, next));
        json.WriteEndObject();
    }
}
