using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IJJO.Platform.Testing;

/// <summary>Signs in whom the test names in a header or, as browsers and the requests of a batch have it, in a cookie; without it the platform's own schemes decide.</summary>
internal sealed class TestAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    internal new const string Scheme = "Test";
    internal const string Header = "X-Test-Person";

    /// <summary>The platform's default scheme, the same for every host of a process.</summary>
    internal static string? Fallback { get; set; }

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var named = Request.Headers[Header].ToString() is { Length: > 0 } sent ? sent : Request.Cookies[Header];
        if (named is null)
        {
            return Fallback is null ? AuthenticateResult.NoResult() : await Context.AuthenticateAsync(Fallback);
        }

        var person = TestPerson.Read(named);
        var identity = new ClaimsIdentity(Scheme, ClaimTypes.Name, ClaimTypes.Role);
        if (person.StaffId is { } staff) identity.AddClaims([new(ClaimTypes.NameIdentifier, staff.ToString()), new(ClaimTypes.Name, person.Name)]);
        if (person.PartyId is { } party) identity.AddClaims([new("party", party.ToString()), new("party-name", person.Name)]);
        identity.AddClaims(person.Permissions.Select(p => new Claim("permission", p)));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) =>
        Fallback is null ? base.HandleChallengeAsync(properties) : Context.ChallengeAsync(Fallback, properties);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        Fallback is null ? base.HandleForbiddenAsync(properties) : Context.ForbidAsync(Fallback, properties);
}
