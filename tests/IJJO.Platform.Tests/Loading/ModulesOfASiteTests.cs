using System.Net;
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
    public async Task A_module_whose_model_is_wrong_does_not_keep_the_site_from_starting()
    {
        var database = await TestServer.NewDatabaseAsync();
        // Its schema is up to date, as when a correct version ran before: nothing needs the model until then.
        await Sql.ScalarAsync(database, """
            CREATE SCHEMA bad_model;
            CREATE TABLE bad_model.__migrations (migration_id text PRIMARY KEY, product_version text NOT NULL);
            INSERT INTO bad_model.__migrations VALUES ('20260101000000_Initial', '10');
            """);

        await using var host = await TestHost.StartAsync([TestPlaces.Fixture("BadModel"), TestPlaces.Fixture("Good")], connectionString: database);

        Assert.Contains(host.Services.GetRequiredService<IModuleCatalog>().Running, m => m.Key == "bad-model");
        Assert.Equal(HttpStatusCode.OK, (await host.Browser().Http.GetAsync("/en")).StatusCode);
    }

    [Fact]
    public async Task Reference_data_is_asked_for_again_only_when_the_modules_have_changed()
    {
        var database = await TestServer.NewDatabaseAsync();
        await StartAndStopAsync();
        await Sql.ScalarAsync(database, "DELETE FROM identity.role WHERE name = 'convener'");

        await StartAndStopAsync();
        Assert.Equal(0L, await ConvenersAsync());

        await StartAndStopAsync(TestPlaces.Fixture("Good"));
        Assert.Equal(1L, await ConvenersAsync());

        Task<object?> ConvenersAsync() => Sql.ScalarAsync(database, "SELECT count(*) FROM identity.role WHERE name = 'convener'");

        async Task StartAndStopAsync(params string[] modules)
        {
            await using var host = await TestHost.StartAsync(modules, connectionString: database);
        }
    }

    [Fact]
    public async Task A_module_whose_folder_was_deleted_leaves_no_recurring_job_behind_and_the_others_say_what_they_miss()
    {
        var database = await TestServer.NewDatabaseAsync();
        string[] others = ["evaluation", TestPlaces.Fixture("NeedsGood")];
        await using (var before = await TestHost.StartAsync([.. others, TestPlaces.Fixture("Good")], connectionString: database))
        {
            Assert.Contains("good:tick", RecurringJobs(before));
            Assert.NotNull((await ModulesPageAsync(before)).Html.QuerySelector("#needs-good"));
        }

        await using var after = await TestHost.StartAsync(others, connectionString: database);

        Assert.DoesNotContain("good:tick", RecurringJobs(after));
        Assert.Contains("platform:outbox-cleanup", RecurringJobs(after));
        Assert.Equal(HttpStatusCode.OK, (await after.Browser().OpenAsync("/en")).Status);
        var page = await ModulesPageAsync(after);
        Assert.Contains("It needs good, which is not installed. Put that module into the modules folder and restart.", page.Text);
        var evaluation = page.Html.QuerySelector("#evaluation")!;
        Assert.Contains("submissions is not running, so its events do not come", evaluation.TextContent);
        var absent = Assert.Single(evaluation.QuerySelectorAll("dt"), title => title.TextContent == "Events that nobody here publishes").NextElementSibling!;
        Assert.Contains("submissions.proposal-submitted.v1", absent.TextContent);
        Assert.DoesNotContain("platform is not running", page.Text);
    }

    private static Task<TestPage> ModulesPageAsync(TestHost host) => host.Browser(TestPerson.Staff("Ada", "platform.administer")).OpenAsync("/staff/modules");

    private static IEnumerable<string> RecurringJobs(TestHost host)
    {
        using var connection = host.Services.GetRequiredService<JobStorage>().GetConnection();
        return [.. connection.GetRecurringJobs().Select(job => job.Id)];
    }
}
