namespace IJJO.Platform.Postgres.Cluster;

/// <summary>Keeps a folder to one host at a time. The system lets go of it when the host is killed.</summary>
internal static class HostLock
{
    /// <summary>Null when another process, or another server in this one, has it.</summary>
    public static FileStream? TryTake(string folder)
    {
        try
        {
            return new(Path.Combine(folder, "host.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            return null;
        }
    }
}
