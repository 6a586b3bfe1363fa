using System.ComponentModel;
using System.Text.RegularExpressions;
using IJJO.Platform.Postgres.Commands;

namespace IJJO.Platform.Postgres.Binaries;

/// <summary>A folder with the three programs that the embedded server needs.</summary>
internal sealed partial record PostgresBinaries(string Folder, string Version)
{
    public const int OldestMajor = 15;

    public int Major => int.Parse(LeadingDigits().Match(Version).Value);

    public string Postgres => Program(Folder, "postgres");
    public string Initdb => Program(Folder, "initdb");
    public string PgCtl => Program(Folder, "pg_ctl");

    /// <summary>Null when the folder lacks a program, when the programs do not run here, or when they are too old.</summary>
    public static async Task<PostgresBinaries?> InspectAsync(string folder, Launcher launcher, CancellationToken cancel)
    {
        // Distributions put single links into PATH; the folder they point to is the one that is complete.
        var postgres = Program(folder, "postgres");
        if (!File.Exists(postgres)) return null;
        var target = File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres;
        var real = Path.GetDirectoryName(Path.GetFullPath(target))!;
        if (!new[] { "postgres", "initdb", "pg_ctl" }.All(name => File.Exists(Program(real, name)))) return null;

        try
        {
            var answer = await launcher.Tool(Program(real, "postgres"), "--version").RunAsync(cancel);
            var version = VersionNumber().Match(answer.Output);
            if (!answer.Succeeded || !version.Success) return null;
            var binaries = new PostgresBinaries(real, version.Groups[1].Value);
            return binaries.Major >= OldestMajor ? binaries : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static string Program(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex(@"^\d+")]
    private static partial Regex LeadingDigits();

    [GeneratedRegex(@"\(PostgreSQL\) (\d+[\w.]*)")]
    private static partial Regex VersionNumber();
}
