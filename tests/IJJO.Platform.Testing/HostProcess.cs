using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IJJO.Platform.Testing;

/// <summary>The real host as a process of its own, to be killed.</summary>
public sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output;
    private readonly DirectoryInfo _folder;

    private HostProcess(Process process, StringBuilder output, DirectoryInfo folder, Uri address)
    {
        _process = process;
        _output = output;
        _folder = folder;
        Address = address;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>The process, for signals.</summary>
    public int Id => _process.Id;

    /// <summary>What it has printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output) return _output.ToString();
        }
    }

    /// <summary>Starts a host without waiting for it.</summary>
    /// <param name="modules">Keys of shipped modules, or full paths of module folders.</param>
    /// <param name="connectionString">Its database.</param>
    /// <param name="settings">Further settings as <c>Section:Key=value</c>.</param>
    /// <returns>The host.</returns>
    public static HostProcess Start(IEnumerable<string> modules, string connectionString, params IEnumerable<string> settings)
    {
        var folder = Directory.CreateTempSubdirectory("ijjo-host-");
        var modulesFolder = folder.CreateSubdirectory("modules").FullName;
        foreach (var module in modules) ModuleCopy.Into(modulesFolder, module);
        return Start(
            folder, [$"--ConnectionStrings:Platform={connectionString}", $"--Platform:ModulesFolder={modulesFolder}", "--Platform:SampleData=false", .. settings.Select(s => "--" + s)]);
    }

    /// <summary>Starts a host as a new user does: with every module, its own PostgreSQL and sample data.</summary>
    /// <returns>The host.</returns>
    public static HostProcess StartFirstRun() => Start(Directory.CreateTempSubdirectory("ijjo-first-run-"), []);

    /// <summary>Starts a published site in Production, as people run it, without waiting for it. Nothing listens at its mail server's address and nothing is sent.</summary>
    /// <param name="site">The folder that it was published into.</param>
    /// <param name="connectionString">Its database.</param>
    /// <returns>The host.</returns>
    public static HostProcess StartPublished(string site, string connectionString) => Start(
        Directory.CreateTempSubdirectory("ijjo-published-"),
        [$"--ConnectionStrings:Platform={connectionString}", "--environment=Production", "--Mail:Smtp:Host=127.0.0.1", "--Mail:Smtp:Port=9"], site);

    private static HostProcess Start(DirectoryInfo folder, IEnumerable<string> arguments, string? site = null)
    {
        site ??= TestPlaces.HostFolder;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");

        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = site };
        foreach (var argument in (string[])
            [
                Path.Combine(site, "IJJO.Platform.Host.dll"), "--environment=Development", $"--Urls={address}",
                $"--Platform:DataFolder={Path.Combine(folder.FullName, "data")}", .. arguments,
            ])
        {
            start.ArgumentList.Add(argument);
        }

        var output = new StringBuilder();
        var process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new HostProcess(process, output, folder, address);

        void Keep(object sender, DataReceivedEventArgs line)
        {
            // The end of a stream is told as a line that is null.
            lock (output) if (line.Data is not null) output.AppendLine(line.Data);
        }
    }

    /// <summary>Waits until it says that it is ready.</summary>
    /// <returns>The same host.</returns>
    public async Task<HostProcess> ReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var last = "";
        await Eventually.IsTrueAsync(async () =>
        {
            if (_process.HasExited) throw new InvalidOperationException($"The host ended with {_process.ExitCode}:\n{Output}");
            try
            {
                var answer = await http.GetAsync("/readyz");
                last = await answer.Content.ReadAsStringAsync();
                return answer.StatusCode == HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }, () => $"the host to be ready; it said {last} and printed:\n{Output}", TimeSpan.FromMinutes(5));
        return this;
    }

    /// <summary>Waits until it has ended by itself.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await _process.WaitForExitAsync(deadline.Token);
        return _process.ExitCode;
    }

    /// <summary>Tells it to stop, as systemd does (<c>SIGTERM</c>), without waiting for it.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync()
    {
        if (!_process.HasExited) Kill();
        _process.Dispose();
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A port that nothing listened on a moment ago.</summary>
    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
