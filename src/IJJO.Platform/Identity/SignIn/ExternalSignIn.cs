using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Identity;

/// <summary>
/// The organisation's own sign-in (OpenID Connect), when the configuration has <c>Authentication:OpenIdConnect</c> with Authority, ClientId and
/// ClientSecret. It signs in accounts that an administrator has made; it makes none.
/// </summary>
internal static class ExternalSignIn
{
    internal const string Start = "/staff/sign-in/external";
    internal const string End = "/staff/sign-in/external/end";

    internal static void AddExternalSignIn(this AuthenticationBuilder authentication, IConfiguration configuration, IHostEnvironment environment)
    {
        var section = configuration.GetSection("Authentication:OpenIdConnect");
        if (string.IsNullOrEmpty(section["Authority"])) return;
        authentication.AddOpenIdConnect(Schemes.OpenIdConnect, "OpenID Connect", options =>
        {
            options.Authority = section["Authority"];
            options.ClientId = section["ClientId"];
            options.ClientSecret = section["ClientSecret"];
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.ResponseType = "code";
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.Scope.Add("email");
            options.CallbackPath = "/staff/sign-in/openid-connect";
            // A provider on one's own machine seldom has a certificate.
            options.RequireHttpsMetadata = !environment.IsDevelopment();
            options.Events.OnRemoteFailure = failure =>
            {
                failure.HandleResponse();
                failure.Response.Redirect("/staff/sign-in?failed=true");
                return Task.CompletedTask;
            };
        });
    }

    /// <summary>
    /// Goes to the provider. A link leads here, not a form: browsers hold the redirect that follows a form to <c>form-action</c> of the content security policy,
    /// which names this site only.
    /// </summary>
    internal static async Task<IResult> BeginAsync(HttpContext http, StaffSignIn signIn, ILogger<StaffSignIn> log, string? returnUrl)
    {
        if (!(await signIn.GetExternalAuthenticationSchemesAsync()).Any()) return Results.NotFound();
        var back = $"{End}?returnUrl={Uri.EscapeDataString(LocalPath.Or(returnUrl, "/staff"))}";
        try
        {
            await http.ChallengeAsync(Schemes.OpenIdConnect, signIn.ConfigureExternalAuthenticationProperties(Schemes.OpenIdConnect, back));
            return Results.Empty;
        }
        catch (InvalidOperationException failure)
        {
            // The provider's own description of itself could not be read.
            log.LogWarning(failure, "The OpenID Connect provider cannot be used");
            return Results.LocalRedirect("/staff/sign-in?failed=true");
        }
    }

    internal static async Task<IResult> EndAsync(HttpContext http, StaffSignIn signIn, UserManager<StaffAccount> accounts, string? returnUrl)
    {
        var answer = await http.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await http.SignOutAsync(IdentityConstants.ExternalScheme);
        if (!answer.Succeeded || answer.Principal.FindFirstValue("sub") is not { } subject) return Results.LocalRedirect("/staff/sign-in?failed=true");

        var account = await accounts.FindByLoginAsync(Schemes.OpenIdConnect, subject) ?? await ByAddressAsync(accounts, answer.Principal, subject);
        if (account is null || !await signIn.CanSignInAsync(account)) return Results.LocalRedirect("/staff/sign-in?refused=true");
        await signIn.SignInAsync(account, isPersistent: false, Schemes.OpenIdConnect);
        return Results.LocalRedirect(LocalPath.Or(returnUrl, "/staff"));
    }

    // The first time the address decides, if the provider vouches for it; afterwards the provider's own identifier does.
    private static async Task<StaffAccount?> ByAddressAsync(UserManager<StaffAccount> accounts, ClaimsPrincipal person, string subject)
    {
        if (person.FindFirstValue("email") is not { } email || person.FindFirstValue("email_verified") is not ("true" or "True")) return null;
        if (await accounts.FindByEmailAsync(email) is not { } account) return null;
        var linked = await accounts.AddLoginAsync(account, new UserLoginInfo(Schemes.OpenIdConnect, subject, Schemes.OpenIdConnect));
        return linked.Succeeded ? account : null;
    }
}
