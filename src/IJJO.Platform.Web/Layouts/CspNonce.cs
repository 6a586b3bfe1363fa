using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Web;

/// <summary>
/// The nonce by which the content security policy of an answer lets an inline element pass, for the rare data block such as JSON-LD. An answer whose page asks
/// for none allows none.
/// </summary>
/// <example><code>&lt;style nonce="@CspNonce.Of(Http)"&gt;…&lt;/style&gt;</code></example>
public static class CspNonce
{
    private const string Item = "csp-nonce";

    /// <summary>The nonce of this answer: 18 random bytes in base64, the same however often it is asked for. Ask while the page is being rendered, before anything is sent.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The value of the element's <c>nonce</c> attribute.</returns>
    public static string Of(HttpContext http)
    {
        if (Asked(http) is { } known) return known;
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        http.Items[Item] = nonce;
        return nonce;
    }

    /// <summary>The nonce of this answer if something has asked for it.</summary>
    /// <param name="http">The request.</param>
    /// <returns>The nonce, or <c>null</c>.</returns>
    public static string? Asked(HttpContext http) => http.Items[Item] as string;
}
