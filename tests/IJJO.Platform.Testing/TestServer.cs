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

    /// <summary>A fresh database.</summary>
    /// <param name="template">The name of a database that it is a copy of; <c>null</c> for an empty one.</param>
    /// <returns>Its connection string.</returns>
    public static async Task<string> NewDatabaseAsync(string? template = null) =>
        await (await GetAsync()).CreateDatabaseAsync($"test_{Interlocked.Increment(ref _databases)}", template);

    private static async Task<EmbeddedPostgres> StartAsync()
    {
        // Many hosts live at once, each with connections of its own.
        var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests() with { MaxConnections = 600 });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.DisposeAsync().AsTask().Wait(TimeSpan.FromSeconds(10));
        return server;
    }
}
