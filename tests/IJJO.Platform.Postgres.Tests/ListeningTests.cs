using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace IJJO.Platform.Postgres.Tests;

public sealed class ListeningTests
{
    [Fact]
    public async Task A_port_is_open_to_those_who_know_the_generated_password()
    {
        await using var server = await Started.With(EmbeddedPostgresOptions.ForTests() with { Loopback = true });
        var known = new NpgsqlConnectionStringBuilder(server.ConnectionString);
        Assert.Equal("127.0.0.1", known.Host);
        Assert.Equal("scram-sha-256", await Query.ScalarAsync<string>(server.ConnectionString, "show password_encryption"));

        known.Password = "wrong";
        var refused = await Assert.ThrowsAsync<PostgresException>(() => Query.RunAsync(known.ConnectionString, "select 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task A_socket_means_that_no_port_is_open()
    {
        await using var server = await Started.With(EmbeddedPostgresOptions.ForTests());
        Assert.StartsWith("/", new NpgsqlConnectionStringBuilder(server.ConnectionString).Host);
        Assert.Equal("", await Query.ScalarAsync<string>(server.ConnectionString, "show listen_addresses"));
    }

    [Fact]
    public async Task A_folder_with_a_long_path_gets_its_socket_elsewhere()
    {
        var options = EmbeddedPostgresOptions.ForTests();
        var longPath = Path.Combine(options.DataFolder, new string('x', 120));
        string socket;
        await using (var server = await Started.With(options with { DataFolder = longPath }))
        {
            socket = new NpgsqlConnectionStringBuilder(server.ConnectionString).Host!;
            Assert.True(socket.Length < 60);
            Assert.Equal(1, await Query.ScalarAsync<int>(server.ConnectionString, "select 1"));
        }
        Assert.False(Directory.Exists(socket));
        Directory.Delete(options.DataFolder, recursive: true);
    }

    [Fact]
    public async Task A_taken_port_is_named_with_the_way_out()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var refusal = await Started.RefusalOf(EmbeddedPostgresOptions.ForTests() with { Port = port });

        Assert.Contains($"Port {port} ", refusal);
        Assert.Contains("set another port", refusal);
    }

    [Fact]
    public async Task A_chosen_port_is_used()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();

        await using var server = await Started.With(EmbeddedPostgresOptions.ForTests() with { Port = port });
        Assert.Equal(port, new NpgsqlConnectionStringBuilder(server.ConnectionString).Port);
        Assert.Equal(1, await Query.ScalarAsync<int>(server.ConnectionString, "select 1"));
    }
}
