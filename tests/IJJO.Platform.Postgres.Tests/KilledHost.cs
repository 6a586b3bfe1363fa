using System.Diagnostics;

namespace IJJO.Platform.Postgres.Tests;

/// <summary>Another process that starts a server, to be killed without warning.</summary>
internal sealed class KilledHost : IDisposable
{
    private readonly Process process;

    private KilledHost(Process process) => this.process = process;

    public required string ConnectionString { get; init; }

    public static async Task<KilledHost> StartAsync(string dataFolder, params string[] more)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "IJJO.Platform.Postgres.TestHost.dll");
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileName(path) == "dotnet" ? path : "dotnet", [program, dataFolder, .. more])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true,
        })!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        return new(process) { ConnectionString = line ?? throw new InvalidOperationException("The host did not start.") };
    }

    public async Task KillAsync()
    {
        process.Kill(entireProcessTree: false);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill();
        process.Dispose();
    }
}
