using System.Diagnostics;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Gets a browser: one found on the machine, else Playwright's own, else Debian's package when root.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    // A headless browser in a container without a network of its own: no sandbox of its own either, and nothing that phones home.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    internal static async Task<IBrowser> LaunchAsync(IPlaywright playwright)
    {
        if (OnThisMachine() is { } found) return await LaunchAsync(playwright, found);
        if (Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0) return await LaunchAsync(playwright, null);
        if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/etc/debian_version")
            && await RunAsync("apt-get", "update") && await RunAsync("apt-get", "install", "-y", "--no-install-recommends", "chromium")
            && OnThisMachine() is { } installed)
        {
            return await LaunchAsync(playwright, installed);
        }

        throw new InvalidOperationException("The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run the command again.");
    }

    private static string? OnThisMachine() => (
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in Names
        let path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
        where File.Exists(path)
        select path).FirstOrDefault();

    private static Task<IBrowser> LaunchAsync(IPlaywright playwright, string? path) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });

    private static async Task<bool> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
