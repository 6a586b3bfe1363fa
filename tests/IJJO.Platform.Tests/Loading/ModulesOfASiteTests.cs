using Hangfire;
using Hangfire.Storage;
using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.Loading;

/// <summary>What a running site makes of its modules.</summary>
public sealed class ModulesOfASiteTests
{
    [Fact]
    public async Task A_module_whose_migration_fails_is_off_with_its_data_as_it_was_and_the_site_runs()
    {
        await using var host = await TestHost.StartAsync([TestPlaces.Fixture("BadMigration"), TestPlaces.Fixture("Good")]);

        var catalog = host.Services.GetRequiredService<IModuleCatalog>();
        Assert.StartsWith("Its database could not be brought up to date:", Assert.Single(catalog.Off).Reason);
        Assert.Contains(catalog.Running, m => m.Key == "good");
        Assert.Equal(0L, await Sql.ScalarAsync(host, "SELECT count(*) FROM pg_tables WHERE schemaname = 'bad_migration' AND tablename = 'half'"));
        Assert.Contains("Degraded", await host.Browser().Http.GetStringAsync("/readyz"));
        Assert.DoesNotContain("bad-migration:never", RecurringJobs(host));
    }

    [Fact]
    public async Task A_module_whose_folder_was_deleted_leaves_no_recurring_job_behind()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using (var before = await TestHost.StartAsync([TestPlaces.Fixture("Good")], connectionString: database))
        {
            Assert.Contains("good:tick", RecurringJobs(before));
        }

        await using var after = await TestHost.StartAsync([], connectionString: database);

        Assert.DoesNotContain("good:tick", RecurringJobs(after));
        Assert.Contains("platform:outbox-cleanup", RecurringJobs(after));
        Assert.Contains("Healthy", await after.Browser().Http.GetStringAsync("/readyz"));
    }

    private static IEnumerable<string> RecurringJobs(TestHost host)
    {
        using var connection = host.Services.GetRequiredService<JobStorage>().GetConnection();
        return [.. connection.GetRecurringJobs().Select(job => job.Id)];
    }
}
