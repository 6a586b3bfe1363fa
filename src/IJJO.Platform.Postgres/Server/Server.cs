using System.Diagnostics;
using IJJO.Platform.Postgres.Binaries;
using IJJO.Platform.Postgres.Cluster;
using IJJO.Platform.Postgres.Commands;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Postgres.Server;

/// <summary>Starts and stops the postmaster of one data directory.</summary>
internal sealed class Server(PostgresBinaries binaries, Launcher launcher, string data, bool supervised, ILogger log)
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2), OrphanLimit = TimeSpan.FromSeconds(20), Poll = TimeSpan.FromMilliseconds(10);
    private ServerProcess? process;

    private string LogFile => Path.Combine(data, "server.log");

    /// <summary>Ends what a killed host left: a server that still runs, or the traces of one that does not.</summary>
    public async Task CleanUpAsync(CancellationToken cancel)
    {
        if (!File.Exists(Postmaster.FileIn(data))) return;
        if (Postmaster.IsRunning(data))
        {
            log.LogInformation("Stopping the PostgreSQL that an earlier host left running in {Data}.", data);
            await StopAsync("fast", cancel);
            if (Postmaster.IsRunning(data))
                throw new EmbeddedPostgresException($"The PostgreSQL that an earlier host left running in '{data}' does not stop: end the process in the first line of '{Postmaster.FileIn(data)}'.");
            return;
        }

        var sockets = Postmaster.SocketFolder(data);
        Postmaster.ForgetDead(data);
        if (sockets is not null && Endpoint.IsOwnSocketFolder(sockets, Path.GetDirectoryName(data)!)) OwnFolder.Remove(sockets);
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        var since = Stopwatch.GetTimestamp();
        while (await TryStartAsync(cancel) is { } lines)
        {
            // The children of a killed postmaster notice its death within moments; until then nobody may open the data.
            if (!lines.Contains("pre-existing shared memory block") || Stopwatch.GetElapsedTime(since) > OrphanLimit) throw StartFailure.From(lines, data);
            await Task.Delay(Poll * 10, cancel);
        }
    }

    /// <summary>Mode fast ends sessions and writes data out, immediate is as after a power cut.</summary>
    public async Task StopAsync(string mode, CancellationToken cancel)
    {
        do
        {
            // A server that has only just been started cannot be told to stop before it has written its file.
            if (File.Exists(Postmaster.FileIn(data)))
                await launcher.Tool(binaries.PgCtl, "stop", "--pgdata", data, "--mode", mode, "--wait", "--timeout=60", "--silent").RunAsync(cancel);
        }
        while (process is not null && await Task.WhenAny(process.Ended, Task.Delay(Poll * 10, cancel)) != process.Ended);
        process = null;
    }

    /// <summary>Null when it runs, else what the server wrote.</summary>
    private async Task<string?> TryStartAsync(CancellationToken cancel)
    {
        if (!supervised) return await TryStartDetachedAsync(cancel);

        var candidate = new ServerProcess(launcher.Supervised(binaries.Postgres, "-D", data), log);
        await candidate.StartAsync();
        process = candidate;
        var since = Stopwatch.GetTimestamp();
        // A file left by an earlier server never says "ready" with a living process.
        while (!(Postmaster.IsReady(data) && Postmaster.IsRunning(data)))
        {
            if (candidate.Ended.IsCompleted) return candidate.LastLines;
            if (Stopwatch.GetElapsedTime(since) > StartLimit)
            {
                await StopAsync("immediate", cancel);
                return candidate.LastLines;
            }
            await Task.Delay(Poll, cancel);
        }
        return null;
    }

    private async Task<string?> TryStartDetachedAsync(CancellationToken cancel)
    {
        File.Delete(LogFile);
        var started = await launcher.Tool(binaries.PgCtl, "start", "--pgdata", data, "--log", LogFile, "--wait", $"--timeout={StartLimit.TotalSeconds}", "--silent").RunWithoutPipesAsync(cancel);
        if (started == 0) return null;
        return File.Exists(LogFile) ? await File.ReadAllTextAsync(LogFile, cancel) : "pg_ctl could not start the server";
    }
}
