using System.Security.Cryptography;
using IJJO.Platform.Jobs;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform;

/// <summary>The headers of every answer, of errors and static files too.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    /// <summary>Where the nonce of this request is kept, for the rare inline data block such as JSON-LD.</summary>
    internal const string NonceItem = "csp-nonce";

    public Task InvokeAsync(HttpContext context)
    {
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(18));
        context.Items[NonceItem] = nonce;
        var extra = DashboardStyles.For(context.Request.Path);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy =
                $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'{extra.Elements}; {extra.Attributes}img-src 'self' data:; font-src 'self'; connect-src 'self'; "
                + "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'; manifest-src 'self'";
            headers.XContentTypeOptions = "nosniff";
            // Addresses of mailed links carry a token: no other site may learn them.
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
