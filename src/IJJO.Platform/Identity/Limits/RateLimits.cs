using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Identity;

/// <summary>Named limits; a page asks for one with <c>[EnableRateLimiting("sign-in")]</c>. Of pages only what is sent counts: looking at one is free.</summary>
internal static class RateLimits
{
    /// <summary>Guessing passwords, codes and addresses: 20 attempts in 5 minutes.</summary>
    internal const string SignIn = "sign-in";

    /// <summary>Public forms: 30 in 10 minutes.</summary>
    internal const string Form = "form";

    /// <summary>Files of whole lists: four at once from one network, since each holds a connection and a snapshot of the database; twenty more wait.</summary>
    internal const string Export = "export";

    /// <summary>
    /// Requests to the OData services, each one of a batch too: 1 200 at once from one network, and as many again in a minute. A whole office has lists open; a program
    /// that pages through a million rows asks a thousand times.
    /// </summary>
    internal const string OData = "odata";

    internal static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ClientKey>();
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (rejected, _) =>
            {
                if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    rejected.HttpContext.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                return ValueTask.CompletedTask;
            };
            options.AddPolicy(SignIn, http => Limit(http, SignIn, configuration.GetValue("RateLimits:SignIn", 20), TimeSpan.FromMinutes(5)));
            options.AddPolicy(Export, http => RateLimitPartition.GetConcurrencyLimiter(
                $"{Export}:{http.RequestServices.GetRequiredService<ClientKey>().Of(http)}", _ => new ConcurrencyLimiterOptions { PermitLimit = configuration.GetValue("RateLimits:Export", 4), QueueLimit = 20 }));
            var perMinute = configuration.GetValue("RateLimits:OData", 1_200);
            options.AddPolicy(OData, http => RateLimitPartition.GetTokenBucketLimiter(http.RequestServices.GetRequiredService<ClientKey>().Of(http), _ => new()
            {
                TokenLimit = perMinute, TokensPerPeriod = Math.Max(1, perMinute / 60), ReplenishmentPeriod = TimeSpan.FromSeconds(1),
            }));
            options.AddPolicy(Form, http => Limit(http, Form, configuration.GetValue("RateLimits:Form", 30), TimeSpan.FromMinutes(10)));
        });
    }

    private static RateLimitPartition<string> Limit(HttpContext http, string name, int permits, TimeSpan window)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) return RateLimitPartition.GetNoLimiter("");
        var client = http.RequestServices.GetRequiredService<ClientKey>().Of(http);
        return RateLimitPartition.GetSlidingWindowLimiter($"{name}:{client}", _ => new SlidingWindowRateLimiterOptions
        {
            PermitLimit = permits,
            Window = window,
            SegmentsPerWindow = 5,
            QueueLimit = 0,
        });
    }
}
