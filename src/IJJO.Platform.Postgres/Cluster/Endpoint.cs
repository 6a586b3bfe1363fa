using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using IJJO.Platform.Postgres.Commands;
using Npgsql;

namespace IJJO.Platform.Postgres.Cluster;

/// <summary>Where the server listens: a Unix socket in a folder of its own, or a port on 127.0.0.1.</summary>
internal sealed record Endpoint(string? SocketFolder, int Port, string? Password)
{
    private const int SocketPort = 5432;
    private const string Loopback = "127.0.0.1";
    private const string ShortFolders = "/tmp/ijjo-pg-";

    public IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("listen_addresses", SocketFolder is null ? Loopback : ""),
        new("port", Port.ToString(CultureInfo.InvariantCulture)),
        new("unix_socket_directories", SocketFolder ?? ""),
        new("unix_socket_permissions", "0700"),
    ];

    public static Endpoint Choose(EmbeddedPostgresOptions options, string root, Launcher launcher)
    {
        if (OperatingSystem.IsWindows() || options.Loopback || options.Port != 0)
        {
            var password = File.ReadAllText(Path.Combine(root, "data", Initialiser.PasswordFile)).Trim();
            return new(null, options.Port != 0 ? options.Port : FreePort(), password);
        }

        var folder = OwnSocketFolder(root);
        if (FitsSocket(folder)) Directory.CreateDirectory(folder);
        else folder = NewShortFolder();
        // The socket trusts whoever opens it, so only the server's user (and root) may enter its folder.
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        launcher.Account?.Own(folder);
        return new(folder, SocketPort, null);
    }

    public string ConnectionString(string database, int poolSize)
    {
        var builder = new NpgsqlConnectionStringBuilder
        {
            Host = SocketFolder ?? Loopback, Port = Port, Username = "postgres", Database = database, MaxAutoPrepare = 50, MaxPoolSize = poolSize,
        };
        if (Password is not null)
        {
            builder.Password = Password;
            builder.SslMode = SslMode.Disable;
            builder.GssEncryptionMode = GssEncryptionMode.Disable;
        }
        return builder.ConnectionString;
    }

    /// <summary>Whether nothing but this root's server can have put the folder there.</summary>
    public static bool IsOwnSocketFolder(string folder, string root) => folder == OwnSocketFolder(root) || folder.StartsWith(ShortFolders, StringComparison.Ordinal);

    public void RemoveSocketFolder()
    {
        if (SocketFolder is not null) OwnFolder.Remove(SocketFolder);
    }

    /// <summary>The address of a Unix socket has 108 bytes with the final zero, on macOS 104.</summary>
    internal static bool FitsSocket(string folder) =>
        Encoding.UTF8.GetByteCount($"{folder}/.s.PGSQL.{SocketPort}.lock") <= (OperatingSystem.IsMacOS() ? 103 : 107);

    private static string OwnSocketFolder(string root) => Path.Combine(root, "socket");

    private static string NewShortFolder()
    {
        var folder = ShortFolders + Guid.NewGuid().ToString("N")[..16];
        Directory.CreateDirectory(folder);
        return folder;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
