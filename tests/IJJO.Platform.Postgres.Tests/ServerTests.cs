using Npgsql;

namespace IJJO.Platform.Postgres.Tests;

public sealed class ServerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_for_tests_starts_answers_and_leaves_nothing_behind()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        await using (var server = await EmbeddedPostgres.StartAsync(options, cancel: Cancel))
        {
            Assert.Equal("postgres", await Query.ScalarAsync<string>(server.ConnectionString, "select current_database()::text"));
            Assert.Equal("off", await Query.ScalarAsync<string>(server.ConnectionString, "show fsync"));
            Assert.Equal("200", await Query.ScalarAsync<string>(server.ConnectionString, "show max_connections"));
            Assert.Equal("UTF8", await Query.ScalarAsync<string>(server.ConnectionString, "show server_encoding"));
            Assert.Equal("à", await Query.ScalarAsync<string>(server.ConnectionString, "select lower('À')"));
        }
        Assert.False(Directory.Exists(options.DataFolder));
    }

    [Fact]
    public async Task Servers_for_tests_are_copies_of_one_template()
    {
        // Each initdb draws a new identifier. Copying takes a fraction of its time; a limit in seconds would depend on what else the machine does.
        const string identifier = "select system_identifier::text from pg_control_system()";
        await using var one = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), cancel: Cancel);
        await using var other = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), cancel: Cancel);
        await using var initialised = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests() with { TemplateFolder = null }, cancel: Cancel);

        Assert.Equal(await Query.ScalarAsync<string>(one.ConnectionString, identifier), await Query.ScalarAsync<string>(other.ConnectionString, identifier));
        Assert.NotEqual(await Query.ScalarAsync<string>(one.ConnectionString, identifier), await Query.ScalarAsync<string>(initialised.ConnectionString, identifier));
    }

    [Fact]
    public async Task Data_survives_a_stop()
    {
        var options = EmbeddedPostgresOptions.ForTests() with { DeleteOnDispose = false, Durable = true, TemplateFolder = null, Database = "ijjo" };
        await using (var first = await EmbeddedPostgres.StartAsync(options, cancel: Cancel))
            await Query.RunAsync(first.ConnectionString, "create table kept (id int); insert into kept values (42)");

        await using var second = await EmbeddedPostgres.StartAsync(options with { DeleteOnDispose = true }, cancel: Cancel);
        Assert.Equal(42, await Query.ScalarAsync<int>(second.ConnectionString, "select id from kept"));
        Assert.Equal("on", await Query.ScalarAsync<string>(second.ConnectionString, "show fsync"));
    }

    [Fact]
    public async Task Committed_data_survives_an_immediate_restart_at_the_same_address()
    {
        await using var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), cancel: Cancel);
        var before = server.ConnectionString;
        await Query.RunAsync(before, "create table kept (id int); insert into kept values (42)");

        await server.RestartImmediateAsync(Cancel);

        Assert.Equal(before, server.ConnectionString);
        Assert.Equal(42, await Query.ScalarAsync<int>(before, "select id from kept"));
    }

    [Fact]
    public async Task A_database_can_be_copied_from_one_that_still_has_sessions()
    {
        await using var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), cancel: Cancel);
        var model = await server.CreateDatabaseAsync("model", cancel: Cancel);
        await Query.RunAsync(model, "create table migrated (id int)");
        await using var session = new NpgsqlConnection(model);
        await session.OpenAsync(Cancel);

        var copy = await server.CreateDatabaseAsync("A \"copy\"", "model", Cancel);

        Assert.Equal(0, await Query.ScalarAsync<long>(copy, "select count(*) from migrated"));
        await server.DropDatabaseAsync("A \"copy\"", Cancel);
        var gone = await Assert.ThrowsAsync<PostgresException>(() => Query.RunAsync(copy, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidCatalogName, gone.SqlState);
    }

    [Fact]
    public async Task Connection_strings_prepare_statements_and_leave_room_for_five_hosts()
    {
        await using var server = await EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), cancel: Cancel);
        var settings = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        Assert.Contains("Max Auto Prepare=50", server.ConnectionString);
        Assert.True(5 * (settings.MaxPoolSize + 16) < 200);
    }

    [Fact]
    public async Task Further_settings_reach_the_server_whatever_they_contain()
    {
        var options = EmbeddedPostgresOptions.ForTests() with { Settings = new Dictionary<string, string> { ["cluster_name"] = @"O'Brien \ Söhne", ["max_connections"] = "33" } };
        await using var server = await EmbeddedPostgres.StartAsync(options, cancel: Cancel);
        // PostgreSQL shows bytes beyond ASCII in a cluster's name escaped.
        Assert.StartsWith(@"O'Brien \ S", await Query.ScalarAsync<string>(server.ConnectionString, "show cluster_name"));
        Assert.Equal("33", await Query.ScalarAsync<string>(server.ConnectionString, "show max_connections"));
    }

    [Fact]
    public async Task Five_servers_can_start_at_once()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => EmbeddedPostgres.StartAsync(EmbeddedPostgresOptions.ForTests(), cancel: Cancel)));
        foreach (var server in servers) Assert.Equal(1, await Query.ScalarAsync<int>(server.ConnectionString, "select 1"));
        foreach (var server in servers) await server.DisposeAsync();
    }
}
