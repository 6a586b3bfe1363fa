using System.Buffers.Text;
using System.Text.Json;

namespace IJJO.Platform.OData;

/// <summary>Where a page ended: the values that the last row is ordered by. Opaque to clients, and bound to the order it was made for.</summary>
internal sealed record SkipToken(IReadOnlyList<JsonElement> Values, string Text)
{
    public static SkipToken Of(IEnumerable<(object? Value, Type Type)> values, string signature)
    {
        JsonElement[] elements = [.. values.Select(v => JsonSerializer.SerializeToElement(v.Value, v.Type))];
        return new(elements, Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new Content(signature, elements))));
    }

    public static SkipToken Parse(string text, KeysetOrder? order)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(Base64Url.DecodeFromChars(text));
            if (content is not null && order is not null && content.S == order.Signature && content.V.Length == order.Terms.Count && Fits(content.V, order)) return new(content.V, text);
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            // Said below, as for a token of another order.
        }
        throw ODataFault.BadRequest("invalid-skiptoken", "The $skiptoken does not belong to this query. Start again from the first page.");
    }

    private static bool Fits(JsonElement[] values, KeysetOrder order)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var property = order.Terms[i].Property;
            if (values[i].ValueKind == JsonValueKind.Null ? !property.IsNullable : values[i].Deserialize(property.Info.PropertyType) is null) return false;
        }
        return true;
    }

    private sealed record Content(string S, JsonElement[] V);
}
