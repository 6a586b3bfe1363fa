using System.Net;
using System.Net.Http.Json;
using IJJO.KnowledgeFeed.Advances;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Tests;

public sealed class DryRun(FeedHost feed)
{
    [Fact]
    public async Task Of_a_publication_for_a_time_no_job_stays_behind()
    {
        var id = await feed.DraftAsync("Tried before it is done");
        var browser = feed.Host.Browser(FeedHost.Editor);
        await browser.SubmitAsync(await browser.OpenAsync(FeedHost.PathOf(id)), [], "#submit-for-review");
        var jobs = await JobsAsync();

        Assert.Equal(HttpStatusCode.OK, (await PublishAsync("dry-run")).StatusCode);
        Assert.Equal(AdvanceState.InReview, (await feed.FindAsync(id)).State);
        Assert.Equal(jobs, await JobsAsync());

        Assert.Equal(HttpStatusCode.NoContent, (await PublishAsync("return=minimal")).StatusCode);
        Assert.Equal(AdvanceState.Scheduled, (await feed.FindAsync(id)).State);
        Assert.Equal(jobs + 1, await JobsAsync());

        async Task<HttpResponseMessage> PublishAsync(string prefer)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, $"/odata/knowledge-feed/AllAdvances({id})/knowledgeFeed.publish") { Content = JsonContent.Create(new { at = DateTimeOffset.UtcNow.AddDays(1) }) };
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            request.Headers.TryAddWithoutValidation("Prefer", prefer);
            return await browser.Http.SendAsync(request);
        }
    }

    private Task<int> JobsAsync() => feed.AskAsync(db => db.Database.SqlQuery<int>(
        $"SELECT count(*)::int AS \"Value\" FROM hangfire.job WHERE statename = 'Scheduled' AND arguments::text LIKE '%publish-scheduled%'").SingleAsync());
}
