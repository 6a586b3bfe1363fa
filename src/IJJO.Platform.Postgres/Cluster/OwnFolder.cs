using System.Diagnostics;

namespace IJJO.Platform.Postgres.Cluster;

/// <summary>Folders that only this user fills, but that the server's user may pass through, whatever this process's umask is.</summary>
internal static class OwnFolder
{
    private const UnixFileMode OthersMayPass = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Makes the folder, or takes the one that this user made before; never one that somebody else prepared.</summary>
    public static void Make(string path)
    {
        Directory.CreateDirectory(path);
        if (OperatingSystem.IsWindows()) return;

        if (new DirectoryInfo(path).LinkTarget is not null || (Environment.IsPrivilegedProcess && !BelongsToRoot(path))) throw Foreign(path, null);
        try
        {
            File.SetUnixFileMode(path, OthersMayPass);
        }
        catch (UnauthorizedAccessException notOurs)
        {
            throw Foreign(path, notOurs);
        }
    }

    /// <summary>Tidying is never worth a failure: what cannot be removed stays.</summary>
    public static void Remove(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            Debug.WriteLine(kept.Message);
        }
    }

    private static bool BelongsToRoot(string path)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u", path]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim() == "0";
    }

    private static EmbeddedPostgresException Foreign(string path, Exception? inner) =>
        new($"The folder '{path}' belongs to another user: remove it, or choose another data folder.", inner);
}
