using System.Collections;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Query.Wrapper;

namespace IJJO.Platform.OData;

/// <summary>Writes what <c>$apply</c> made: rows whose properties only the query knows, so that the library finds no type to write them by.</summary>
internal sealed class ComputedJson(SetRequest request, IQueryable rows, long? count) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var all = rows.Cast<DynamicTypeWrapper>().Select(row => row.Values).ToArray();
        var representation = Representation.Of(request.Http.Request);
        using var answer = new JsonAnswer();
        var json = answer.Json;
        json.WriteStartObject();
        var names = all.Length > 0 ? $"({string.Join(',', all[0].Keys)})" : "";
        if (!representation.IsBare) json.WriteString("@odata.context", $"{Links.Root(request.Http.Request, request.Set.Module)}/$metadata#{request.Set.Name}{names}");
        if (count is not null) json.WriteNumber("@odata.count", count.Value);
        json.WriteStartArray("value");
        foreach (var row in all) Write(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
        await answer.SendAsync(request.Http, representation.ContentType);
    }

    private static void Write(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object>> row)
    {
        json.WriteStartObject();
        foreach (var (name, value) in row)
        {
            json.WritePropertyName(name);
            Value(json, value);
        }
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case DynamicTypeWrapper inner: Write(json, inner.Values); break;
            case string or byte[]: JsonValues.Write(json, value); break;
            case IEnumerable many:
                json.WriteStartArray();
                foreach (var one in many) Value(json, one);
                json.WriteEndArray();
                break;
            default: JsonValues.Write(json, value); break;
        }
    }
}
