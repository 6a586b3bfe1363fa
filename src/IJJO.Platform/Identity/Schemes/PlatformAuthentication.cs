using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace IJJO.Platform.Identity;

/// <summary>
/// The default scheme. OData takes a token or the staff cookie, staff pages the staff cookie, public pages both cookies at once (an evaluator may be
/// a group's member too). Somebody unknown is sent to the right door; a program is told 401.
/// </summary>
internal sealed class PlatformAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    private bool IsOData => Request.Path.StartsWithSegments("/odata");

    private bool IsStaff => Request.Path.StartsWithSegments("/staff");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // A wrong token is an error, never a visitor: OData would otherwise answer it with what everybody may see.
        if (IsOData && Request.Headers.ContainsKey(HeaderNames.Authorization)) return await Context.AuthenticateAsync(Schemes.AccessToken);
        // Who sends no cookie has not signed in: nobody has to look for which.
        if (!Request.Headers.ContainsKey(HeaderNames.Cookie)) return AuthenticateResult.NoResult();
        var staff = await Context.AuthenticateAsync(Schemes.Staff);
        var participant = IsOData || IsStaff ? AuthenticateResult.NoResult() : await Context.AuthenticateAsync(Schemes.Participant);
        var identities = new[] { staff, participant }.Where(result => result.Succeeded).SelectMany(result => result.Principal!.Identities).ToList();
        return identities.Count == 0
            ? AuthenticateResult.NoResult()
            : AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identities), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Context.ChallengeAsync(IsOData ? Schemes.AccessToken : IsStaff ? Schemes.Staff : Schemes.Participant, properties);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
