using IJJO.Platform.Testing;
using Npgsql;

namespace IJJO.Platform.Tests;

/// <summary>A look into a host's database from outside.</summary>
internal static class Sql
{
    internal static Task<object?> ScalarAsync(TestHost host, string sql) => ScalarAsync(host.ConnectionString, sql);

    internal static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
