using System.Buffers.Text;
using System.Text.Json;

namespace IJJO.Platform.OData;

/// <summary>Where a page ended: the values that the last row is ordered by. Opaque to clients, and bound to the order it was made for.</summary>
internal sealed record SkipToken(IReadOnlyList<object?> Values, string Text)
{
    public static SkipToken Of(IReadOnlyList<object?> values, KeysetOrder order) => new(values, Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(
        new Content(order.Signature, [.. order.Terms.Select((term, i) => JsonSerializer.SerializeToElement(values[i], term.Property.Info.PropertyType))]))));

    public static SkipToken Parse(string text, KeysetOrder? order)
    {
        try
        {
            var content = JsonSerializer.Deserialize<Content>(Base64Url.DecodeFromChars(text));
            if (content is not null && order is not null && content.S == order.Signature && content.V.Length == order.Terms.Count)
            {
                object?[] values = [.. order.Terms.Select((term, i) => content.V[i].ValueKind == JsonValueKind.Null ? null : content.V[i].Deserialize(term.Property.Info.PropertyType))];
                if (order.Terms.Zip(values).All(pair => pair.Second is not null || pair.First.Property.IsNullable)) return new(values, text);
            }
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            // Said below, as for a token of another order.
        }
        throw ODataFault.BadRequest("invalid-skiptoken", "The $skiptoken does not belong to this query. Start again from the first page.");
    }

    private sealed record Content(string S, JsonElement[] V);
}
