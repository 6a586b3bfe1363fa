using IJJO.Platform.Events;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace IJJO.Platform;

/// <summary>Structured logs without personal data; traces and metrics when an OTLP address is set.</summary>
internal static class Telemetry
{
    internal static void AddPlatformLogging(this WebApplicationBuilder builder)
    {
        Configure(builder.Logging, builder.Environment.IsDevelopment());
        // Request lines would write the tokens of mailed links into the log.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);
    }

    /// <summary>Logs of the time before the host is built.</summary>
    internal static ILoggerFactory StartLogging(this WebApplicationBuilder builder) => LoggerFactory.Create(logging =>
    {
        logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        Configure(logging, builder.Environment.IsDevelopment());
    });

    internal static void AddPlatformTelemetry(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing
                .AddSource(EventDispatcher.Activities.Name)
                .AddAspNetCoreInstrumentation(web => web.EnrichWithHttpResponse = (activity, response) =>
                {
                    // The path of a mailed link is a secret: the route's pattern says enough.
                    var route = (response.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
                    activity.SetTag("url.path", route ?? "(no route)");
                    activity.SetTag("url.query", null);
                })
                .AddHttpClientInstrumentation()
                .AddNpgsql())
            .WithMetrics(metrics => metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Npgsql"))
            .UseOtlpExporter();
    }

    private static void Configure(ILoggingBuilder logging, bool isDevelopment)
    {
        logging.ClearProviders();
        if (isDevelopment) logging.AddSimpleConsole(console => console.SingleLine = true);
        else logging.AddJsonConsole(console => console.UseUtcTimestamp = true);
    }
}
