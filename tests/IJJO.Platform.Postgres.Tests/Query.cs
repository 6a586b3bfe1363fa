using Npgsql;

namespace IJJO.Platform.Postgres.Tests;

internal static class Query
{
    /// <summary>One value over a connection that no pool keeps.</summary>
    public static async Task<T> ScalarAsync<T>(string connectionString, string sql)
    {
        var unpooled = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        await using var connection = new NpgsqlConnection(unpooled);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    public static Task<int> RunAsync(string connectionString, string sql) => ScalarAsync<int>(connectionString, sql + "; select 1");
}
