using System.Runtime.InteropServices;

namespace IJJO.Platform.Postgres.Commands;

/// <summary>The unprivileged account that runs PostgreSQL when this process is root, since PostgreSQL refuses to run as root.</summary>
internal sealed record Account(string Name, uint Uid, uint Gid)
{
    /// <summary>Null when this process is not root (on Windows, pg_ctl itself drops an administrator's rights).</summary>
    /// <exception cref="EmbeddedPostgresException">Root, and no way to become somebody else.</exception>
    public static Account? NeededHere()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess) return null;
        if (!OperatingSystem.IsLinux())
            throw new EmbeddedPostgresException("PostgreSQL does not run as root: start the site as an ordinary user, or set a connection string to a PostgreSQL server.");
        return Find("postgres") ?? Find("nobody") ?? throw new EmbeddedPostgresException(
            "PostgreSQL does not run as root and this machine has neither a user 'postgres' nor 'nobody': add one of them, or start the site as an ordinary user.");
    }

    public IReadOnlyList<string> SetprivArguments =>
        [$"--reuid={Uid}", $"--regid={Gid}", "--clear-groups"];

    public async Task<bool> CanEnterAsync(string folder, CancellationToken cancel) =>
        (await new Command("setpriv", [.. SetprivArguments, "test", "-x", folder]).RunAsync(cancel)).Succeeded;

    public void Own(string path)
    {
        if (chown(path, Uid, Gid) != 0)
            throw new EmbeddedPostgresException($"'{path}' cannot be given to the user '{Name}': {Marshal.GetLastPInvokeErrorMessage()}. Choose another data folder.");
    }

    private static Account? Find(string name) => File.ReadLines("/etc/passwd")
        .Select(line => line.Split(':'))
        .Where(fields => fields.Length > 3 && fields[0] == name)
        .Select(fields => new Account(name, uint.Parse(fields[2]), uint.Parse(fields[3])))
        .FirstOrDefault();

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int chown([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint owner, uint group);
}
