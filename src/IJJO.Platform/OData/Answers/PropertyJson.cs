using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OData.Edm;

namespace IJJO.Platform.OData;

/// <summary>One property of a row, and rows by their addresses only.</summary>
internal static class PropertyJson
{
    private static readonly JsonSerializerOptions Records = new() { Converters = { new JsonStringEnumConverter() } };

    public static void Write(Utf8JsonWriter json, SetRequest request, RowProperty property, object value, bool bare)
    {
        json.WriteStartObject();
        // Behind a relation the address holds another key, and the type has to do.
        var what = request.Key.Count > 0 ? $"{request.Set.Name}({KeyText.Of(request.Key)})/{property.Name}" : request.Set.Type.FindProperty(property.Name).Type.FullName();
        if (!bare) json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#{what}");
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

    /// <summary>The answer of a function: a value, a record, or a list of these.</summary>
    public static void WriteResult(Utf8JsonWriter json, SetRequest request, IEdmOperation operation, object value, bool bare)
    {
        var type = operation.GetReturn().Type;
        json.WriteStartObject();
        if (!bare) json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#{type.FullName()}");
        if (type.IsComplex())
        {
            foreach (var member in JsonSerializer.SerializeToElement(value, value.GetType(), Records).EnumerateObject()) member.WriteTo(json);
        }
        else
        {
            json.WritePropertyName("value");
            if (type.IsCollection() && type.AsCollection().ElementType().IsComplex()) JsonSerializer.Serialize(json, value, value.GetType(), Records);
            else JsonValues.Write(json, value);
        }
        json.WriteEndObject();
    }

    public static void WriteReference(Utf8JsonWriter json, SetRequest request, object row, bool bare)
    {
        json.WriteStartObject();
        if (!bare) json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#$ref");
        json.WriteString("@odata.id", Links.Row(request.Http.Request, request.Set, row));
        json.WriteEndObject();
    }

    public static void WriteReferences<TRow>(Utf8JsonWriter json, SetRequest request, Page<TRow> page, bool bare) where TRow : class
    {
        json.WriteStartObject();
        if (!bare) json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#Collection($ref)");
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
