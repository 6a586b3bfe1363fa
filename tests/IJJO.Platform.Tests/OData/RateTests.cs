using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.OData;

/// <summary>One network cannot take the services for itself.</summary>
public sealed class RateTests(ShelfSite site)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Too_many_requests_are_told_to_wait_one_by_one_and_in_a_batch()
    {
        await using var host = await TestHost.StartAsync([], ["RateLimits:OData=2"]);
        using var http = new HttpClient { BaseAddress = new Uri(host.Address, "odata/platform/") };
        HttpResponseMessage refused;
        do refused = await http.GetAsync("Labels?$top=1", Cancel);
        while (refused.StatusCode == HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("too-many-requests", (await ShelfSite.ErrorAsync(refused)).GetProperty("code").GetString());
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);

        var requests = Enumerable.Range(1, 20).Select(id => new { id = $"{id}", method = "GET", url = "Labels?$top=1" });
        HttpResponseMessage batch;
        do batch = await http.PostAsJsonAsync("$batch", new { requests }, Cancel);
        while (batch.StatusCode != HttpStatusCode.OK);
        var answers = (await batch.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("responses").EnumerateArray();
        Assert.Contains(answers, answer => answer.GetProperty("status").GetInt32() == 429);
    }

    [Fact]
    public async Task Who_has_many_long_questions_is_told_when_to_come_back()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var asked = Enumerable.Range(0, 25).Select(_ => AskAsync()).ToList();
        while (true)
        {
            var (status, retry, code) = await await Task.WhenAny(asked);
            if (status == HttpStatusCode.TooManyRequests)
            {
                Assert.Equal((TimeSpan.FromMinutes(1), "busy"), (retry, code));
                break;
            }
            Assert.Equal(HttpStatusCode.BadRequest, status);
            asked.RemoveAll(one => one.IsCompleted);
        }
        await enough.CancelAsync();

        async Task<(HttpStatusCode, TimeSpan?, string?)> AskAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "work/Slow") { Headers = { { "X-Permissions", "fixture.read" }, { "X-Name", "busy" } } };
            using var answer = await site.Client.SendAsync(request, enough.Token);
            return (answer.StatusCode, answer.Headers.RetryAfter?.Delta, (await ShelfSite.ErrorAsync(answer)).GetProperty("code").GetString());
        }
    }
}
