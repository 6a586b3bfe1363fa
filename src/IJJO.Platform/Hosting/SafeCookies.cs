using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace IJJO.Platform;

/// <summary>Cookies that only this host can set, that no script reads, and that leave on TLS only.</summary>
internal static class SafeCookies
{
    internal static void Protect(this CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        // Development runs on http://localhost, where Safari keeps no Secure cookie and the antiforgery service refuses to make one.
        var plain = environment.IsDevelopment();
        cookie.Name = plain ? name : $"__Host-{name}";
        cookie.SecurePolicy = plain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        cookie.Path = "/";
        cookie.HttpOnly = true;
    }
}
