using System.Text;
using Npgsql;

namespace IJJO.Platform.Postgres;

/// <summary>Creates and drops databases of a server, over connections that no pool keeps.</summary>
internal sealed class Databases(string connectionString)
{
    private const int LongestName = 63;
    private readonly string unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false }.ConnectionString;

    public async Task CreateAsync(string name, string? template, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        var from = "";
        if (template is not null)
        {
            // PostgreSQL copies only a database that nobody is connected to, and pools keep their connections.
            await using var disconnect = new NpgsqlCommand("select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()", connection);
            disconnect.Parameters.AddWithValue(template);
            await disconnect.ExecuteNonQueryAsync(cancel);
            from = " template " + Quote(template);
        }
        await RunAsync(connection, $"create database {Quote(name)}{from}", cancel);
    }

    public async Task EnsureAsync(string name, CancellationToken cancel)
    {
        if (name == "postgres") return;
        try
        {
            await CreateAsync(name, null, cancel);
        }
        catch (PostgresException existing) when (existing.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // It is there from an earlier start.
        }
    }

    public async Task DropAsync(string name, CancellationToken cancel)
    {
        await using var connection = await OpenAsync(cancel);
        await RunAsync(connection, $"drop database if exists {Quote(name)} with (force)", cancel);
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync(cancel);
        return connection;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static string Quote(string name)
    {
        // PostgreSQL would cut a longer name without saying so.
        if (name.Length == 0 || Encoding.UTF8.GetByteCount(name) > LongestName)
            throw new ArgumentException($"The name of a database has 1 to {LongestName} bytes: '{name}'.", nameof(name));
        return $"\"{name.Replace("\"", "\"\"")}\"";
    }
}
