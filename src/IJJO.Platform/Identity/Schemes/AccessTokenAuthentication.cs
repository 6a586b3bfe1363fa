using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Identity;

/// <summary><c>Authorization: Bearer token</c>, or <c>Basic</c> with any user name and the token as password (Excel and Power BI ask for these two).</summary>
internal sealed class AccessTokenAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, IdentityDb db, StaffPrincipals people, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Request.Path.StartsWithSegments("/odata")) return AuthenticateResult.NoResult();
        if (Presented() is not { } secret) return AuthenticateResult.Fail("There is no access token in the Authorization header.");

        var hash = Secret.Hash(secret);
        var now = clock.GetUtcNow();
        var found = await (
            from token in db.AccessTokens
            join account in db.Users on token.AccountId equals account.Id
            where token.Hash == hash && token.RevokedAt == null && token.ExpiresAt > now && account.IsActive
            select new { token, account }).AsNoTracking().FirstOrDefaultAsync(Context.RequestAborted);
        if (found is null) return AuthenticateResult.Fail("The access token is unknown, revoked or expired.");

        await NoteUseAsync(found.token, now);
        var principal = await people.CreateAsync(found.account);
        var allowed = found.token.Permissions.Where(principal.Allows);
        var identity = new ClaimsIdentity(
            [
                .. principal.FindAll(claim => claim.Type is ClaimTypes.NameIdentifier or ClaimTypes.Name or Rights.Language),
                .. allowed.Select(permission => new Claim(StaffRole.Permission, permission)),
            ],
            Schemes.AccessToken, ClaimTypes.Name, ClaimTypes.Role);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Challenge(Context);
        return Task.CompletedTask;
    }

    /// <summary>
    /// Says how to sign in, as every 401 must (RFC 9110, 15.5.2). Browsers, which say where a request comes from, are not offered Basic: they would open a window
    /// of their own over a page whose session has ended.
    /// </summary>
    internal static void Challenge(HttpContext http) => http.Response.Headers.WWWAuthenticate =
        http.Request.Headers.ContainsKey("Sec-Fetch-Site") ? "Bearer" : new[] { "Bearer", "Basic realm=\"OData\", charset=\"UTF-8\"" };

    private string? Presented()
    {
        if (!AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) || header.Parameter is not { Length: > 0 } value) return null;
        if (header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)) return value;
        if (!header.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)) return null;
        var bytes = new byte[value.Length];
        if (!Convert.TryFromBase64String(value, bytes, out var length)) return null;
        var pair = Encoding.UTF8.GetString(bytes, 0, length);
        return pair.IndexOf(':') is var colon and >= 0 ? pair[(colon + 1)..] : null;
    }

    // A dashboard asks many times a minute; the owner wants to know the day.
    private async Task NoteUseAsync(AccessToken token, DateTimeOffset now)
    {
        if (now - (token.LastUsedAt ?? DateTimeOffset.MinValue) < TimeSpan.FromMinutes(10)) return;
        await db.AccessTokens.Where(t => t.Id == token.Id).ExecuteUpdateAsync(set => set.SetProperty(t => t.LastUsedAt, now), Context.RequestAborted);
    }
}
