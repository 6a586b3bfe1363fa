using System.Net;
using IJJO.Platform.Boards;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Boards;

/// <summary>On a host of its own: it lends all books.</summary>
public sealed class RunTests(RunTests.Site site) : IClassFixture<RunTests.Site>
{
    private readonly TestPerson _ana = site.Ana;

    [Fact]
    public async Task Many_rows_are_done_in_the_background_and_the_page_says_how_far_it_is_and_what_was_refused()
    {
        var browser = site.Host.Browser(_ana);
        var form = await browser.OpenAsync("/staff/library/Loans/actions/lend?all=1");
        Assert.Contains("This will be done for all 30 of the list:", form.Text);
        var would = await browser.SubmitAsync(form, [("To", "Lía")], "form#action");
        Assert.Contains("It will be done for 20.", would.Text);
        Assert.Contains("It will be refused for 10:", would.Text);

        var run = await browser.SubmitAsync(would, [], "form#action");
        Assert.StartsWith("/staff/runs/", run.Path);
        await Eventually.IsTrueAsync(async () => (run = await browser.OpenAsync(run.Path)).Text.Contains("Done for 20."), "the run is finished");
        Assert.Null(run.Html.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Equal(10, run.Html.QuerySelectorAll("main li").Count(line => line.TextContent.Contains("is lent already.")));
        Assert.Equal(30L, await Sql.ScalarAsync(site.Host, "SELECT count(*) FROM library.loans WHERE state = 'out'"));
        // As the person who asked, once for each.
        Assert.Equal(20L, await Sql.ScalarAsync(site.Host, $"SELECT count(*) FROM identity.audit WHERE staff_id = '{_ana.StaffId}' AND what = 'library.lend'"));
        Assert.Equal(20L, await Sql.ScalarAsync(site.Host, "SELECT count(*) FROM library.__outbox WHERE name = 'library.lent.v1'"));

        var other = site.Host.Browser(TestPerson.Staff("Eva Gil", "library.read", "library.lend"));
        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(run.Path)).Status);
    }

    [Fact]
    public async Task A_run_that_is_under_way_shows_its_progress_without_script()
    {
        var id = Guid.CreateVersion7();
        await Sql.ScalarAsync(site.Host, $$"""
            INSERT INTO platform.bulk_run (id, module, set, action, staff_id, language, fields) VALUES ('{{id}}', 'library', 'Loans', 'lend', '{{_ana.StaffId}}', 'en', '{}');
            INSERT INTO platform.bulk_row (run_id, position, key, done_at) VALUES ('{{id}}', 0, 'x', now()), ('{{id}}', 1, 'y', NULL), ('{{id}}', 2, 'z', NULL);
            """);
        var page = await site.Host.Browser(_ana).OpenAsync($"/staff/runs/{id}");
        Assert.Contains("1 of 3", page.Text);
        Assert.Equal(("3", "1"), (page.Html.QuerySelector("progress")!.GetAttribute("max"), page.Html.QuerySelector("progress")!.GetAttribute("value")));
        Assert.NotNull(page.Html.QuerySelector("meta[http-equiv=refresh]"));
    }

    [Fact]
    public async Task For_somebody_who_has_left_in_the_meantime_nothing_is_done()
    {
        var id = Guid.CreateVersion7();
        await Sql.ScalarAsync(site.Host, $$"""
            INSERT INTO platform.bulk_run (id, module, set, action, staff_id, language, fields) VALUES ('{{id}}', 'library', 'Loans', 'lend', '{{Guid.CreateVersion7()}}', 'en', '{"To":["Lía"]}');
            INSERT INTO platform.bulk_row (run_id, position, key) SELECT '{{id}}', 0, id::text FROM library.loans LIMIT 1;
            """);

        await site.Host.InScopeAsync<CarryOutRun>(job => job.RunAsync(id.ToString(), TestContext.Current.CancellationToken));

        Assert.Equal("Your account may not do this. Ask an administrator for the right role.", await Sql.ScalarAsync(site.Host, $"SELECT refusal FROM platform.bulk_row WHERE run_id = '{id}'"));
        Assert.Equal(true, await Sql.ScalarAsync(site.Host, $"SELECT finished_at IS NOT NULL FROM platform.bulk_run WHERE id = '{id}'"));
    }

    public sealed class Site : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        /// <summary>A person with an account: its rights are asked for again when the run begins.</summary>
        internal TestPerson Ana { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await TestHost.StartAsync([TestPlaces.Fixture("Library")]);
            Ana = await Host.WithAccountAsync(TestPerson.Staff("Ana Roca", "library.read", "library.lend"));
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
