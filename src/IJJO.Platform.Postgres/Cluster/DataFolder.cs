using System.Globalization;
using IJJO.Platform.Postgres.Commands;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Postgres.Cluster;

/// <summary>The folder of one embedded server, held by this host until it is disposed.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream hostLock;
    private readonly string asked;

    private DataFolder(string asked, string root, FileStream hostLock) => (this.asked, Root, this.hostLock) = (asked, root, hostLock);

    /// <summary>Where things really are: the folder that was asked for, or the one that the unprivileged user can enter.</summary>
    public string Root { get; }

    /// <summary>PostgreSQL's own data directory.</summary>
    public string Data => Path.Combine(Root, "data");

    /// <summary>The major version that made the data, null when there is none yet.</summary>
    /// <exception cref="EmbeddedPostgresException">There is something that the server's user cannot open, or that is not PostgreSQL's.</exception>
    public async Task<int?> MajorAsync(Launcher launcher, CancellationToken cancel)
    {
        if (!Directory.Exists(Data)) return null;
        var version = Path.Combine(Data, "PG_VERSION");
        if (File.Exists(version) && (launcher.Account is not { } account || await account.CanEnterAsync(Data, cancel)))
            return int.Parse(await File.ReadAllTextAsync(version, cancel), CultureInfo.InvariantCulture);
        throw new EmbeddedPostgresException(
            $"'{Data}' is not a PostgreSQL data folder that the user '{launcher.Account?.Name ?? Environment.UserName}' can open (was it made by another user, such as root?): "
            + "give it to that user, or move it away to start with an empty database.");
    }

    public static async Task<DataFolder> OpenAsync(string asked, Launcher launcher, ILogger log, CancellationToken cancel)
    {
        asked = Path.GetFullPath(asked);
        if (!Directory.Exists(asked)) OwnFolder.Make(asked);
        var hostLock = HostLock.TryTake(asked) ?? throw new EmbeddedPostgresException(
            $"Another host is using the PostgreSQL data in '{asked}': stop it, choose another data folder, or give this host the connection string of the other's server.");
        try
        {
            return new(asked, await PlaceAsync(asked, launcher, log, cancel), hostLock);
        }
        catch
        {
            await hostLock.DisposeAsync();
            throw;
        }
    }

    /// <summary>Removes everything and lets go of it (Windows does not remove an open file).</summary>
    public void Delete()
    {
        if (Root != asked) OwnFolder.Remove(Root);
        Dispose();
        OwnFolder.Remove(asked);
    }

    public void Dispose() => hostLock.Dispose();

    private static async Task<string> PlaceAsync(string asked, Launcher launcher, ILogger log, CancellationToken cancel)
    {
        if (launcher.Account is not { } account || await account.CanEnterAsync(asked, cancel)) return asked;

        // A pointer instead of a path made from the asked one: whoever deletes the asked folder gets a new database, not the old one.
        var pointer = Path.Combine(asked, "location.txt");
        var root = File.Exists(pointer) ? (await File.ReadAllTextAsync(pointer, cancel)).Trim() : $"{TraversableParent()}/ijjo-postgres-{Guid.NewGuid():N}";
        OwnFolder.Make(root);
        await File.WriteAllTextAsync(pointer, root, cancel);
        log.LogWarning("PostgreSQL runs as the user {User}, who cannot enter {Asked}: its data is in {Root}.", account.Name, asked, root);
        return root;
    }

    /// <summary>/var/lib before /var/tmp, from which systemd removes files that nobody has touched for thirty days.</summary>
    private static string TraversableParent()
    {
        try
        {
            var probe = $"/var/lib/.ijjo-{Guid.NewGuid():N}";
            Directory.CreateDirectory(probe);
            Directory.Delete(probe);
            return "/var/lib";
        }
        catch (Exception readOnly) when (readOnly is IOException or UnauthorizedAccessException)
        {
            return "/var/tmp";
        }
    }
}
