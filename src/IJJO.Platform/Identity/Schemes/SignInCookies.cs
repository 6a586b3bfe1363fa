using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IJJO.Platform.Identity;

/// <summary>The cookies: gone with the browser, and after eight hours whatever happens.</summary>
internal static class SignInCookies
{
    private static readonly TimeSpan WorkingDay = TimeSpan.FromHours(8);

    internal static void AddSignInCookies(this AuthenticationBuilder authentication, IHostEnvironment environment)
    {
        authentication.AddCookie(IdentityConstants.ApplicationScheme, options =>
        {
            Configure(options, environment, "staff", WorkingDay);
            options.LoginPath = "/staff/sign-in";
            options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        });
        authentication.AddCookie(Schemes.Participant, options =>
        {
            Configure(options, environment, "participant", WorkingDay);
            options.Events.OnRedirectToLogin = ToParticipantsDoor;
        });
        // Between password and code, and the state of a passkey ceremony.
        authentication.AddCookie(IdentityConstants.TwoFactorUserIdScheme, options => Configure(options, environment, "staff-second", TimeSpan.FromMinutes(5)));
        authentication.AddCookie(IdentityConstants.ExternalScheme, options => Configure(options, environment, "staff-external", TimeSpan.FromMinutes(5)));
        authentication.AddCookie(IdentityConstants.TwoFactorRememberMeScheme, options => Configure(options, environment, "staff-known", TimeSpan.FromMinutes(5)));
    }

    private static void Configure(CookieAuthenticationOptions options, IHostEnvironment environment, string name, TimeSpan lifetime)
    {
        options.Cookie.Protect(name, environment);
        // Strict would lose the cookie on the way from a mail, and with it the page that the mail points to.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = lifetime;
        options.SlidingExpiration = false;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    private static Task ToParticipantsDoor(RedirectContext<CookieAuthenticationOptions> context)
    {
        var language = System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        var wanted = Uri.EscapeDataString(context.Request.PathBase + context.Request.Path + context.Request.QueryString);
        context.Response.Redirect($"/{language}/enter?returnUrl={wanted}");
        return Task.CompletedTask;
    }
}
