using System.Diagnostics;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Benchmarks;

/// <summary>The least that ASP.NET Core can be, as a process of its own: how long it takes to start says how fast the machine is.</summary>
internal static class BareHost
{
    internal const string Argument = "bare";

    internal static async Task RunAsync(string address)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.MapGet("/", () => "ready");
        await app.RunAsync(address);
    }

    /// <summary>From the start of the process to its first answer.</summary>
    internal static async Task<TimeSpan> StartAsync()
    {
        var address = $"http://127.0.0.1:{HostProcess.FreePort()}";
        var began = Stopwatch.GetTimestamp();
        using var process = Process.Start("dotnet", [typeof(BareHost).Assembly.Location, Argument, address]);
        try
        {
            using var http = new HttpClient();
            await Eventually.IsTrueAsync(async () =>
            {
                try
                {
                    return (await http.GetAsync(address)).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            }, "the bare host");
            return Stopwatch.GetElapsedTime(began);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
