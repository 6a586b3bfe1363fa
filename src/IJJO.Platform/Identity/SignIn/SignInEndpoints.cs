using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;

namespace IJJO.Platform.Identity;

/// <summary>What is not a page: the options of passkey ceremonies, signing out, and the way to the organisation's own sign-in.</summary>
internal static class SignInEndpoints
{
    internal static void MapSignIn(this IEndpointRouteBuilder app)
    {
        var posts = app.MapGroup("").AddEndpointFilter(RefuseForged).ExcludeFromDescription();
        posts.MapPost("/staff/passkeys/request", RequestOptions).RequireRateLimiting(RateLimits.SignIn);
        posts.MapPost("/staff/passkeys/create", CreationOptions).RequireRateLimiting(RateLimits.SignIn);
        posts.MapPost("/staff/sign-out", SignOut);
        posts.MapPost("/{lang}/sign-out", LeaveParticipant);
        app.MapGet(ExternalSignIn.Start, ExternalSignIn.BeginAsync).ExcludeFromDescription();
        app.MapGet(ExternalSignIn.End, ExternalSignIn.EndAsync).ExcludeFromDescription();
    }

    // Without naming an account: the browser offers what it has, and nobody learns who exists.
    private static async Task<IResult> RequestOptions(StaffSignIn signIn) =>
        Results.Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    private static async Task<IResult> CreationOptions(
        HttpContext http, string? link, UserManager<StaffAccount> accounts, StaffLinks links, Passkeys passkeys, CancellationToken cancel)
    {
        if (link is null)
        {
            return await accounts.GetUserAsync(http.User) is { } self ? Json(await passkeys.CreationOptionsAsync(self)) : Results.Unauthorized();
        }

        if (await links.FindAsync(link, cancel) is not { } found) return Results.NotFound();
        if (found.AccountId is not { } id)
        {
            var email = http.Request.Form["username"].ToString();
            return Json(await passkeys.CreationOptionsAsync(Guid.CreateVersion7(), email, email));
        }

        return await accounts.FindByIdAsync(id.ToString()) is { } account ? Json(await passkeys.CreationOptionsAsync(account)) : Results.NotFound();

        static IResult Json(string options) => Results.Content(options, "application/json");
    }

    private static async Task<IResult> SignOut(StaffSignIn signIn)
    {
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/staff/sign-in?out=true");
    }

    private static async Task<IResult> LeaveParticipant(HttpContext http, string lang)
    {
        await http.SignOutAsync(Schemes.Participant);
        return Results.LocalRedirect($"/{Uri.EscapeDataString(lang)}");
    }

    /// <summary>The antiforgery middleware checks only what binds a form; these endpoints do not.</summary>
    private static async ValueTask<object?> RefuseForged(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var antiforgery = (IAntiforgery)context.HttpContext.RequestServices.GetService(typeof(IAntiforgery))!;
        return await antiforgery.IsRequestValidAsync(context.HttpContext) ? await next(context) : Results.BadRequest();
    }
}
