using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>A key as it stands in an address.</summary>
internal static class KeyText
{
    public static string Of(IReadOnlyList<KeyValuePair<string, object>> key) =>
        key is [var one] ? Literal(one.Value) : string.Join(',', key.Select(part => $"{part.Key}={Literal(part.Value)}"));

    private static string Literal(object value) => Uri.EscapeDataString(ODataUriUtils.ConvertToUriLiteral(value, ODataVersion.V4));
}
