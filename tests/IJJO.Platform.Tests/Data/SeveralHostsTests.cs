using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Data;

public sealed class SeveralHostsTests
{
    private static readonly string[] Shipped = ["submissions", "evaluation", "outreach", "working-groups", "knowledge-feed"];

    [Fact]
    public async Task Five_hosts_started_at_once_on_an_empty_database_are_all_ready_and_migrate_once()
    {
        var database = await TestServer.NewDatabaseAsync();
        var hosts = Enumerable.Range(0, 5).Select(_ => HostProcess.Start([.. Shipped, TestPlaces.Fixture("Good")], database)).ToList();
        try
        {
            await Task.WhenAll(hosts.Select(host => host.ReadyAsync()));

            Assert.Equal(1L, await Sql.ScalarAsync(database, "SELECT count(*) FROM good.__migrations"));
            Assert.All([.. Shipped, "good"], module => Assert.Equal(1, hosts.Count(host => host.Output.Contains($"Module {module}: schema", StringComparison.Ordinal))));
            Assert.Equal(254L, await Sql.ScalarAsync(database, "SELECT count(*) FROM platform.term WHERE vocabulary = 'country'"));
            Assert.All(hosts, host => Assert.DoesNotContain("fail: ", host.Output));
            // Each says where to look.
            Assert.All(hosts, host => Assert.Matches(
                $@"The site:\s+http://localhost:{host.Address.Port}/\s+Staff:\s+http://localhost:{host.Address.Port}/staff\s+OData:\s+http://localhost:{host.Address.Port}/odata\s+Dev:\s+http://localhost:{host.Address.Port}/dev/mail\s", host.Output));
        }
        finally
        {
            foreach (var host in hosts) await host.DisposeAsync();
        }
    }
}
