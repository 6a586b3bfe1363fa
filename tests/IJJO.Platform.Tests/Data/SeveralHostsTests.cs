using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Data;

public sealed class SeveralHostsTests
{
    [Fact]
    public async Task Five_hosts_started_at_once_on_an_empty_database_are_all_ready_and_migrate_once()
    {
        var database = await TestServer.NewDatabaseAsync();
        var hosts = Enumerable.Range(0, 5).Select(_ => HostProcess.Start([TestPlaces.Fixture("Good")], database)).ToList();
        try
        {
            await Task.WhenAll(hosts.Select(host => host.ReadyAsync()));

            Assert.Equal(1L, await Sql.ScalarAsync(database, "SELECT count(*) FROM good.__migrations"));
            Assert.Equal(1, hosts.Count(host => host.Output.Contains("schema good is up to date", StringComparison.Ordinal)));
            Assert.Equal(254L, await Sql.ScalarAsync(database, "SELECT count(*) FROM platform.term WHERE vocabulary = 'country'"));
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }
}
