using Npgsql;

namespace IJJO.Platform.Tests.Stopping;

/// <summary>A lock in the database, until it is disposed of.</summary>
internal sealed class Held : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;

    private Held(NpgsqlConnection connection) => _connection = connection;

    internal static async Task<Held> ByAsync(string database, string statement)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
        return new(connection);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
