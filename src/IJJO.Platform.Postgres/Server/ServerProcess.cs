using System.Diagnostics;
using IJJO.Platform.Postgres.Commands;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Postgres.Server;

/// <summary>
/// The postmaster as a child of this process. One thread starts it and lives as long as it does: the kernel sends the parent-death signal when the *thread* that
/// forked ends, and a thread of the pool may end at any time.
/// </summary>
internal sealed class ServerProcess(Command command, ILogger log)
{
    private const int KeptLines = 40;
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<string> lastLines = new();

    /// <summary>Completes when the server and everything that it started has ended.</summary>
    public Task Ended => ended.Task;

    public string LastLines
    {
        get
        {
            lock (lastLines) return string.Join('\n', lastLines);
        }
    }

    public Task StartAsync()
    {
        new Thread(Live) { IsBackground = true, Name = "Embedded PostgreSQL" }.Start();
        return started.Task;
    }

    private void Live()
    {
        try
        {
            var start = command.ToStartInfo();
            start.RedirectStandardInput = start.RedirectStandardError = start.RedirectStandardOutput = true;
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            started.SetResult();
            while (process.StandardError.ReadLine() is { } line) Keep(line);
            process.WaitForExit();
        }
        catch (Exception failure)
        {
            started.TrySetException(failure);
        }
        finally
        {
            ended.SetResult();
        }
    }

    private void Keep(string line)
    {
        log.LogDebug("{Line}", line);
        lock (lastLines)
        {
            lastLines.Enqueue(line);
            if (lastLines.Count > KeptLines) lastLines.Dequeue();
        }
    }
}
