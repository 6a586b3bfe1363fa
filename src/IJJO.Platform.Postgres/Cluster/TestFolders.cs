using IJJO.Platform.Postgres.Commands;

namespace IJJO.Platform.Postgres.Cluster;

/// <summary>The folder for temporary servers of this user: one folder per server, the templates and downloaded binaries.</summary>
internal static class TestFolders
{
    public static string Open()
    {
        // Not TMPDIR where it is the user's own: root's servers run as another user, and the path of a socket is limited to 107 bytes.
        var parent = OperatingSystem.IsWindows() ? Path.GetTempPath() : "/tmp";
        var shared = Path.Combine(parent, $"ijjo-postgres-{Environment.UserName}");
        OwnFolder.Make(shared);
        return shared;
    }

    public static string New(string shared)
    {
        RemoveAbandoned(shared);
        return Path.Combine(shared, $"server-{Guid.NewGuid():N}"[..23]);
    }

    private static void RemoveAbandoned(string shared)
    {
        foreach (var folder in Directory.EnumerateDirectories(shared, "server-*"))
        {
            // A younger folder may be between being made and being locked; its killed host is swept next time.
            if (Directory.GetLastWriteTimeUtc(folder) > TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-10)) continue;
            try
            {
                using var free = HostLock.TryTake(folder);
                if (free is not null && !Postmaster.IsRunning(Path.Combine(folder, "data"))) OwnFolder.Remove(folder);
            }
            catch (DirectoryNotFoundException)
            {
                // Another process has just swept it.
            }
        }
    }
}
