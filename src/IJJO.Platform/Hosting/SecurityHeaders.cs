using IJJO.Platform.Jobs;
using IJJO.Platform.Web;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform;

/// <summary>The headers of every answer, of errors and static files too.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private static readonly string Usual = Policy(null, DashboardStyles.None);

    public Task InvokeAsync(HttpContext context)
    {
        // What is mapped under a path sees the rest of it only: it is read before.
        context.Response.OnStarting(Write, (context, DashboardStyles.For(context.Request.Path)));
        return next(context);
    }

    private static Task Write(object state)
    {
        var (context, extra) = ((HttpContext, DashboardStyles))state;
        var (headers, nonce) = (context.Response.Headers, CspNonce.Asked(context));
        headers.ContentSecurityPolicy = nonce is null && extra == DashboardStyles.None ? Usual : Policy(nonce, extra);
        headers.XContentTypeOptions = "nosniff";
        // Addresses of mailed links carry a token: no other site may learn them.
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
        return Task.CompletedTask;
    }

    private static string Policy(string? nonce, DashboardStyles extra)
    {
        var own = nonce is null ? "'self'" : $"'self' 'nonce-{nonce}'";
        return $"default-src 'none'; script-src {own}; style-src {own}{extra.Elements}; {extra.Attributes}img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "frame-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'self'; manifest-src 'self'";
    }
}
