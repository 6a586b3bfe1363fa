using System.Diagnostics;
using System.Globalization;
using IJJO.Platform.Testing;

namespace IJJO.Outreach.Tests;

/// <summary>The real host as a process of its own, to be killed.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ijjo-killed-");

    private HostProcess(string database, int smtpPort)
    {
        Copy(TestPlaces.ModuleFolder("outreach"), Path.Combine(_folder.FullName, "modules", "outreach"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            Path.Combine(TestPlaces.HostFolder, "IJJO.Platform.Host.dll"), "--environment=Development", "--Urls=http://127.0.0.1:0", $"--contentRoot={TestPlaces.HostFolder}",
            $"--ConnectionStrings:Platform={database}", $"--Platform:ModulesFolder={Path.Combine(_folder.FullName, "modules")}", $"--Platform:DataFolder={_folder.FullName}",
            "--Platform:SampleData=false", "--Mail:Smtp:Host=127.0.0.1", $"--Mail:Smtp:Port={smtpPort.ToString(CultureInfo.InvariantCulture)}", "--Mail:Smtp:Security=none",
        }) start.ArgumentList.Add(argument);
        _process = Process.Start(start)!;
    }

    internal static async Task<HostProcess> StartAsync(string database, SmtpSink sink)
    {
        var host = new HostProcess(database, sink.Port);
        var errors = host._process.StandardError.ReadToEndAsync();
        while (await host._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (!line.Contains("Application started", StringComparison.Ordinal)) continue;
            // Somebody must read on, or the process stops when the pipe is full.
            _ = host._process.StandardOutput.ReadToEndAsync();
            return host;
        }

        throw new InvalidOperationException($"The host did not start. {await errors}");
    }

    /// <summary>SIGKILL: nothing is finished, nothing is written.</summary>
    internal async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
