using IJJO.Platform.Testing;
using IJJO.Platform.Tests.Boards;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace IJJO.Platform.Tests.Data;

/// <summary>What the connections of a host are for, and what they are kept from.</summary>
public sealed class ConnectionTests(LibrarySite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Database Database => site.Host.Services.GetRequiredService<Database>();

    [Fact]
    public async Task A_query_takes_one_process_of_the_server()
    {
        Assert.Equal("0", await AskAsync(Database.Source, "SHOW max_parallel_workers_per_gather"));
        Assert.Equal("0", await AskAsync(Database.Reads, "SHOW max_parallel_workers_per_gather"));
    }

    [Fact]
    public async Task Where_pages_of_lists_are_read_nothing_can_be_written()
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => AskAsync(Database.Reads, "DELETE FROM library.loans"));
        Assert.Equal(PostgresErrorCodes.ReadOnlySqlTransaction, refused.SqlState);
    }

    [Fact]
    public async Task A_list_that_is_asked_often_is_read_there()
    {
        var reader = site.Reader();
        for (var i = 0; i < 5; i++) await reader.Http.GetStringAsync("/odata/library/Loans?$select=Title&$top=7", Cancel);
        Assert.NotEqual(0L, await AskAsync(Database.Source, "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'ijjo-platform reads' AND datname = current_database() AND query LIKE '%FROM library.loans%'"));
    }

    private static async Task<object?> AskAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
