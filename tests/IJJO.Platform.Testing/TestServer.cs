using IJJO.Platform.Postgres;

namespace IJJO.Platform.Testing;

/// <summary>The one PostgreSQL server of a test process; every host gets a database of its own on it.</summary>
public static class TestServer
{
    private static readonly Lazy<Task<EmbeddedPostgres>> Server = new(StartAsync);
    private static int _databases;

    /// <summary>The server, started at the first call.</summary>
    /// <returns>It.</returns>
    public static Task<EmbeddedPostgres> GetAsync() => Server.Value;

    /// <summary>A fresh, empty database.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewDatabaseAsync() =>
        await (await GetAsync()).CreateDatabaseAsync($"test_{Interlocked.Increment(ref _databases)}");

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests());
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        return server;
    }
}
