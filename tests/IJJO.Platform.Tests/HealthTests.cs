using System.Net;
using System.Text.Json;
using IJJO.Platform.Testing;
using Npgsql;

namespace IJJO.Platform.Tests;

/// <summary>A host that lacks something it needs: it lives, says what is missing, and is ready again when that is back.</summary>
public sealed class HealthTests(GoodHost good) : IClassFixture<GoodHost>
{
    private readonly TestHost _host = good.Host;
    private readonly HttpClient _http = good.Host.Browser().Http;

    [Theory]
    [InlineData("ALTER SCHEMA hangfire RENAME TO gone", "ALTER SCHEMA gone RENAME TO hangfire", "jobs", "It does not answer.")]
    [InlineData(
        "DELETE FROM good.__migrations", "INSERT INTO good.__migrations VALUES ('20260101000000_Initial', '10')",
        "module good", "The schema good is not up to date: 20260101000000_Initial is missing.")]
    [InlineData("ALTER SCHEMA good RENAME TO gone", "ALTER SCHEMA gone RENAME TO good", "module good", "The schema good is not up to date:")]
    [InlineData("ALTER TABLE identity.__migrations RENAME TO gone", "ALTER TABLE identity.gone RENAME TO __migrations", "module platform", "The schema identity is not up to date:")]
    public async Task Without_a_part_the_host_lives_but_is_not_ready_until_it_is_back(string lose, string giveBack, string part, string reason)
    {
        await Sql.ScalarAsync(_host, lose);
        try
        {
            await IsNotReadyAsync(part, reason);
        }
        finally
        {
            await Sql.ScalarAsync(_host, giveBack);
        }

        await IsReadyAsync();
    }

    [Fact]
    public async Task Without_its_database_the_host_lives_but_is_not_ready_and_names_neither_host_nor_database()
    {
        var name = new NpgsqlConnectionStringBuilder(_host.ConnectionString).Database!;
        var beside = new NpgsqlConnectionStringBuilder(_host.ConnectionString) { Database = "postgres" }.ConnectionString;

        await Sql.ScalarAsync(beside, $"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
        await Sql.ScalarAsync(beside, $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = '{name}'");
        Assert.DoesNotContain(name, await IsNotReadyAsync("database", "It does not answer."));

        await Sql.ScalarAsync(beside, $"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
        await IsReadyAsync();
    }

    private async Task<string> IsNotReadyAsync(string part, string reason)
    {
        var said = "";
        await Eventually.IsTrueAsync(async () =>
        {
            using var answer = await _http.GetAsync("/readyz");
            said = await answer.Content.ReadAsStringAsync();
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable;
        }, "the host not to be ready");
        var check = JsonDocument.Parse(said).RootElement.GetProperty("checks").GetProperty(part);
        Assert.Equal("Unhealthy", check.GetProperty("status").GetString());
        Assert.StartsWith(reason, check.GetProperty("description").GetString());
        Assert.Equal(HttpStatusCode.OK, (await _http.GetAsync("/healthz")).StatusCode);
        return said;
    }

    private Task IsReadyAsync() => Eventually.IsTrueAsync(async () => (await _http.GetAsync("/readyz")).StatusCode == HttpStatusCode.OK, "the host to be ready again");
}
