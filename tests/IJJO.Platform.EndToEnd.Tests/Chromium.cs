using System.Diagnostics;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Gets a browser: one found on the machine, else Playwright's own, else Debian's package when root. One that does not start is as good as none.</summary>
internal static class Chromium
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];

    // A headless browser in a container without a network of its own: no sandbox of its own either, and nothing that phones home.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    internal static Task<IBrowser> LaunchAsync(IPlaywright playwright) => FirstAsync(
    [
        .. OnThisMachine().Select<string, Func<Task<IBrowser?>>>(path => () => LaunchAsync(playwright, path)),
        async () => Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0 ? await LaunchAsync(playwright, null) : null,
        async () => await DebianHasItAsync() ? await LaunchAsync(playwright, "/usr/bin/chromium") : null,
    ]);

    /// <summary>The first way that leads to a browser.</summary>
    /// <exception cref="InvalidOperationException">None does: the message says what to install, and what each way said.</exception>
    internal static async Task<IBrowser> FirstAsync(IEnumerable<Func<Task<IBrowser?>>> ways)
    {
        var refusals = new List<string>();
        foreach (var way in ways)
        {
            try
            {
                if (await way() is { } browser) return browser;
            }
            catch (PlaywrightException refusal)
            {
                refusals.Add(refusal.Message);
            }
        }

        throw new InvalidOperationException(string.Join('\n',
            ["The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run the command again.", .. refusals]));
    }

    internal static async Task<IBrowser?> LaunchAsync(IPlaywright playwright, string? path) =>
        await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Arguments });

    private static IEnumerable<string> OnThisMachine() =>
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        from name in Names
        let path = Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name)
        where File.Exists(path)
        select path;

    private static async Task<bool> DebianHasItAsync() =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && File.Exists("/etc/debian_version")
        && await RunAsync("apt-get", "update") && await RunAsync("apt-get", "install", "-y", "--no-install-recommends", "chromium");

    private static async Task<bool> RunAsync(string command, params string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode == 0;
    }
}
