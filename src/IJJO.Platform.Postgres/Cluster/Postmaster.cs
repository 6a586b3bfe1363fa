using System.Diagnostics;

namespace IJJO.Platform.Postgres.Cluster;

/// <summary>What <c>postmaster.pid</c> says: line 1 the process, 4 the port, 5 the socket's folder, 8 the state.</summary>
internal static class Postmaster
{
    private const string NoSuchProcess = "2147483646";

    public static string FileIn(string data) => Path.Combine(data, "postmaster.pid");

    public static bool IsReady(string data) => Read(data) is [_, _, _, _, _, _, _, var state, ..] && state.Trim() == "ready";

    public static string? SocketFolder(string data) => Read(data) is [_, _, _, _, { Length: > 0 } folder, ..] ? folder : null;

    /// <summary>Whether the process of the file lives and is the PostgreSQL of this data, and not a stranger who got its number.</summary>
    public static bool IsRunning(string data)
    {
        if (ProcessId(data) is not { } id) return false;
        try
        {
            using var process = Process.GetProcessById(id);
            if (!process.ProcessName.StartsWith("postgres", StringComparison.OrdinalIgnoreCase)) return false;
            // The postmaster works in its data directory.
            return !OperatingSystem.IsLinux() || Directory.ResolveLinkTarget($"/proc/{id}/cwd", false)?.FullName == Path.GetFullPath(data);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>
    /// PostgreSQL refuses to start when a stranger has the number in the file. The file itself stays, with a number that nobody has: it also names the shared
    /// memory, by which PostgreSQL notices children of a killed postmaster that still write.
    /// </summary>
    public static void ForgetDead(string data)
    {
        if (Read(data) is not [_, .. var rest]) return;
        File.WriteAllLines(FileIn(data), [NoSuchProcess, .. rest]);
    }

    private static int? ProcessId(string data) => Read(data) is [var first, ..] && int.TryParse(first, out var id) ? Math.Abs(id) : null;

    private static string[] Read(string data)
    {
        try
        {
            using var file = new StreamReader(new FileStream(FileIn(data), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return file.ReadToEnd().Split('\n');
        }
        catch (IOException)
        {
            return [];
        }
    }
}
