using System.Globalization;
using IJJO.Platform.Site;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform;

/// <summary>
/// The language of a request: the first segment of a public address; elsewhere the language that was switched to, then what the browser asks for.
/// </summary>
internal static class Languages
{
    internal const string Cookie = "lang";

    /// <summary>Every language that ships could be answered in: which of them the site has is asked at each request, since an administrator may change it.</summary>
    internal static void AddPlatformLanguages(this IServiceCollection services) =>
        services.AddOptions<RequestLocalizationOptions>().Configure<ISite>((localization, site) =>
        {
            string[] cultures = [.. SiteSettings.Shipped];
            localization.SetDefaultCulture(cultures[0]).AddSupportedCultures(cultures).AddSupportedUICultures(cultures);
            localization.ApplyCurrentCultureToResponseHeaders = true;
            localization.RequestCultureProviders =
            [
                new CustomRequestCultureProvider(context => Task.FromResult<ProviderCultureResult?>(new(
                    Wanted(context).FirstOrDefault(language => site.Languages.Contains(language)) ?? site.Languages[0]))),
            ];
        });

    private static IEnumerable<string?> Wanted(HttpContext context)
    {
        yield return FromPath(AskedFor(context));
        yield return Switched(context);
        yield return context.Request.Cookies[Cookie];
        if (context.Request.Headers.AcceptLanguage.Count == 0) yield break;
        foreach (var accepted in context.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1))
        {
            yield return accepted.Value.ToString().Split('-')[0].ToLowerInvariant();
        }
    }

    /// <summary>The address as it was asked for: an error page is shown in the language of the page that failed.</summary>
    private static PathString AskedFor(HttpContext context) =>
        (context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? context.Features.Get<IExceptionHandlerPathFeature>()?.Path) is { } asked
            ? new PathString(asked)
            : context.Request.Path;

    /// <summary>The first segment of a path when it has the form of a language code.</summary>
    internal static string? FromPath(PathString path) =>
        path.Value.AsSpan() is ['/', >= 'a' and <= 'z', >= 'a' and <= 'z', .. var rest] && rest is [] or ['/', ..] ? path.Value![1..3] : null;

    /// <summary>Keeps a language for the pages whose address does not name one (staff, sign-in).</summary>
    internal static void Remember(HttpContext context, string language) => context.Response.Cookies.Append(
        Cookie, language, new() { Path = "/", Secure = context.Request.IsHttps, HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });

    /// <summary>The language switch of such a page leads to the same address with <c>?lang=</c>.</summary>
    private static string? Switched(HttpContext context)
    {
        var wanted = context.Request.Query["lang"].ToString();
        if (wanted.Length == 0 || !context.RequestServices.GetRequiredService<ISite>().Languages.Contains(wanted)) return null;
        Remember(context, wanted);
        return wanted;
    }
}

/// <summary>An address in a language that the site does not have is not found; the bare address leads to the reader's language.</summary>
internal sealed class LanguageGate(RequestDelegate next, ISite site)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (Languages.FromPath(context.Request.Path) is not { } language || site.Languages.Contains(language)) return next(context);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    internal static IResult RedirectHome(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept-Language, Cookie";
        return Results.Redirect($"/{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}");
    }
}
