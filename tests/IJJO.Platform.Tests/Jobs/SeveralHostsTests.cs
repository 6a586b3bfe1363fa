using Hangfire;
using IJJO.Platform.Jobs;
using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.Jobs;

public sealed class SeveralHostsTests
{
    [Fact]
    public async Task Jobs_of_one_host_run_on_when_another_of_its_process_has_ended()
    {
        await using var host = await TestHost.StartAsync([TestPlaces.Fixture("Good")]);
        await (await TestHost.StartAsync([])).DisposeAsync();

        host.Services.GetRequiredService<IBackgroundJobClient>().Enqueue<ModuleJobRunner>(runner => runner.RunAsync("good", "tick", "after the other", CancellationToken.None));

        await Eventually.IsTrueAsync(
            async () => Equals(1L, await Sql.ScalarAsync(host, "SELECT count(*) FROM good.visits WHERE name = 'after the other'")), "the job");
    }
}
