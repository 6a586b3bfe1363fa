using System.ComponentModel;
using System.Diagnostics;

namespace IJJO.Platform.Postgres.Commands;

/// <summary>A program to run, with its arguments.</summary>
internal sealed record Command(string Program, params IReadOnlyList<string> Arguments)
{
    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(Program, Arguments) { UseShellExecute = false, CreateNoWindow = true };
        // Messages are read and matched, so they must be in English whatever the machine's language is.
        start.Environment["LC_ALL"] = "C";
        start.Environment.Remove("LANGUAGE");
        // pg_ctl and initdb take these as defaults, and a developer's shell may have set them for another server.
        foreach (var name in new[] { "PGDATA", "PGPORT", "PGHOST", "PGOPTIONS" }) start.Environment.Remove(name);
        return start;
    }

    /// <summary>Runs to the end; the output is both streams together.</summary>
    /// <exception cref="Win32Exception">The program does not exist.</exception>
    public async Task<CommandResult> RunAsync(CancellationToken cancel, string? folder = null)
    {
        var start = ToStartInfo();
        start.WorkingDirectory = folder ?? Path.GetPathRoot(Environment.CurrentDirectory)!;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var error = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            return new(process.ExitCode, (await output + await error).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>
    /// Runs to the end without pipes: on Windows the server that pg_ctl starts inherits them, and whoever reads them would wait for the server's end.
    /// </summary>
    public async Task<int> RunWithoutPipesAsync(CancellationToken cancel)
    {
        using var process = Process.Start(ToStartInfo())!;
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }
}

internal sealed record CommandResult(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).LastOrDefault() ?? $"exit code {ExitCode}";
}
