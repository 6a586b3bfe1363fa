using System.Net;
using IJJO.Platform.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IJJO.Platform.Tests.Stopping;

/// <summary>A host that is told to stop, as in every upgrade.</summary>
public sealed class StoppedHostTests
{
    private const int Jobs = 40;

    [Fact]
    public async Task A_host_told_to_stop_under_load_ends_what_it_has_begun_and_loses_nothing_that_it_accepted()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var host = await StartAsync(database);
        await using var gate = await Held.ByAsync(database, "SELECT pg_advisory_xact_lock(42)");
        Ask.ForTicks(database, ["slow", .. Enumerable.Range(0, Jobs).Select(number => $"job {number}")]);
        var crowd = new Crowd(host.Address);
        await Eventually.IsTrueAsync(() => Task.FromResult(crowd.Accepted.Count >= 20 && crowd.Read >= 20), "the crowd to be served");
        await Eventually.IsTrueAsync(() => WaitAsync(database, "locktype = 'advisory' AND objid = 42", 1), "a job to be at work");

        // When the signal comes, every sender is in the middle of a form.
        int before;
        await using (await Held.ByAsync(database, "LOCK TABLE submissions.proposals IN SHARE MODE"))
        {
            await Eventually.IsTrueAsync(() => WaitAsync(database, "relation = 'submissions.proposals'::regclass", Crowd.Senders), "the senders to wait");
            before = crowd.Accepted.Count;
            host.Terminate();
            await Eventually.IsTrueAsync(async () => !await AnswersAsync(host.Address), "the host to take no more requests");
        }

        Assert.Equal(0, await host.EndAsync());
        await crowd.GoneAsync();
        Assert.Empty(crowd.Wrong);
        // Or more: something else may have waited for the table too, while the answer to a sender was on its way.
        Assert.True(crowd.Accepted.Count >= before + Crowd.Senders, $"{before} and {Crowd.Senders} senders, but {crowd.Accepted.Count} accepted.");
        Assert.Empty(crowd.Accepted.Except((string[])(await Sql.ScalarAsync(database, "SELECT array_agg(email) FROM submissions.proposals"))!));

        await gate.DisposeAsync();
        await using var next = await StartAsync(database);
        await Eventually.IsTrueAsync(() => CountsAsync(database, "good.visits", Jobs + 1), "the next host to do the jobs that were left");
        await Eventually.IsTrueAsync(() => CountsAsync(database, "submissions.__outbox WHERE done_at IS NULL AND NOT waits", 0), "the next host to deliver the events that were left");
    }

    [Fact]
    public async Task A_host_whose_time_to_stop_is_up_cuts_off_what_is_left_and_still_ends_in_order()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var host = await StartAsync(database, "ShutdownTimeoutSeconds=1");
        await using var table = await Held.ByAsync(database, "LOCK TABLE submissions.proposals IN SHARE MODE");
        var crowd = new Crowd(host.Address);
        await Eventually.IsTrueAsync(() => WaitAsync(database, "relation = 'submissions.proposals'::regclass", Crowd.Senders), "the senders to wait");

        host.Terminate();

        Assert.Equal(0, await host.EndAsync());
        await crowd.GoneAsync();
        Assert.Empty(crowd.Accepted);
    }

    [Fact]
    public async Task A_stopping_host_lives_and_is_not_ready()
    {
        await using var host = await TestHost.StartAsync([]);
        var http = host.Browser().Http;
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/readyz")).StatusCode);

        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        var answer = await http.GetAsync("/readyz");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("It is stopping.", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/healthz")).StatusCode);
    }

    private static Task<HostProcess> StartAsync(string database, params IEnumerable<string> settings) => HostProcess
        .Start(
            ["submissions", TestPlaces.Fixture("Listing"), TestPlaces.Fixture("Good")], database,
            ["Submissions:ProposalsPerDay=100000", "RateLimits:Form=100000", .. settings])
        .ReadyAsync();

    private static async Task<bool> AnswersAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        try
        {
            await http.GetAsync("/healthz");
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static Task<bool> WaitAsync(string database, string forWhat, long times) => CountsAsync(database, $"pg_locks WHERE NOT granted AND {forWhat}", times);

    private static async Task<bool> CountsAsync(string database, string rows, long times) => Equals(times, await Sql.ScalarAsync(database, $"SELECT count(*) FROM {rows}"));
}
