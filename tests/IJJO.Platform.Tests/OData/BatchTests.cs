using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

public sealed class BatchTests(ShelfSite site)
{
    [Fact]
    public async Task Each_request_of_a_batch_has_its_own_answer()
    {
        var responses = await SendAsync("work/$batch",
            new { id = "1", method = "get", url = "Marks/$count" },
            new { id = "2", method = "GET", url = "/odata/work/Marks(Zone='z',Area=1)" },
            new { id = "3", method = "GET", url = "Marks?$filter=nonsense" },
            new { id = "4", method = "GET", url = "Marks", dependsOn = new[] { "3" } },
            new { id = "5", method = "POST", url = "Books/work.countShelf", body = new { shelf = "none such" } });
        Assert.Equal([200, 200, 400, 424, 401], responses.Select(response => response.GetProperty("status").GetInt32()));
        Assert.Equal("2", responses[0].GetProperty("body").GetString());
        Assert.Equal("one", responses[1].GetProperty("body").GetProperty("Note").GetString());
        Assert.NotEmpty(responses[2].GetProperty("body").GetProperty("error").GetProperty("code").GetString()!);
    }

    [Fact]
    public async Task One_batch_asks_every_service()
    {
        var responses = await SendAsync("$batch",
            new { id = "a", method = "GET", url = "work/Marks/$count" },
            new { id = "b", method = "GET", url = "/odata/work-groups/Books?$top=1", headers = new Dictionary<string, string> { ["X-Permissions"] = "fixture.read fixture.all" } },
            new { id = "c", method = "GET", url = "work/Marks?$apply=aggregate($count as N)" },
            new { id = "d", method = "GET", url = "nobody/Things" },
            new { id = "e", method = "GET", url = "work-groups/Books" });
        Assert.Equal([200, 200, 200, 404, 401], responses.Select(response => response.GetProperty("status").GetInt32()));
        Assert.Equal(2, responses[2].GetProperty("body").GetProperty("value")[0].GetProperty("N").GetInt32());

        foreach (var url in new[] { "../staff/modules", "/staff/modules", "$batch", "work/$batch", "https://elsewhere.example/odata/work/Marks" })
        {
            using var response = await site.SendAsync(HttpMethod.Post, "$batch", new { requests = new[] { new { id = "1", method = "GET", url } } });
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_batch_stays_within_its_service_and_its_limits()
    {
        foreach (var requests in new object[]
        {
            new object[] { new { id = "1", method = "GET", url = "/odata/work-groups/Books" } },
            new object[] { new { id = "1", method = "GET", url = "$batch" } },
            new object[] { new { id = "1", method = "TRACE", url = "Marks" } },
            new object[] { new { id = "1", method = "GET", url = "Marks", dependsOn = new[] { "2" } }, new { id = "2", method = "GET", url = "Marks" } },
            new object[] { new { id = "1", method = "GET", url = "Marks", atomicityGroup = "g" }, new { id = "2", method = "GET", url = "Marks" }, new { id = "3", method = "GET", url = "Marks", atomicityGroup = "g" } },
            Enumerable.Range(0, 51).Select(id => new { id = id.ToString(), method = "GET", url = "Marks" }).ToArray(),
            "none",
        })
        {
            using var response = await site.SendAsync(HttpMethod.Post, "work/$batch", new { requests });
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            await ShelfSite.ErrorAsync(response);
        }
    }

    [Fact]
    public async Task A_batch_stops_at_the_first_error_unless_it_is_asked_to_go_on()
    {
        using var response = await site.SendAsync(HttpMethod.Post, "work/$batch", new { requests = new[] { "Marks/$count", "Marks?$filter=nonsense", "Marks" }.Select((url, id) => new { id = $"{id}", method = "GET", url }) });
        var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("responses");
        Assert.Equal([200, 400], answers.EnumerateArray().Select(answer => answer.GetProperty("status").GetInt32()));
    }

    [Fact]
    public async Task An_address_in_a_batch_is_decoded_once()
    {
        var headers = new Dictionary<string, string> { ["X-Permissions"] = "fixture.read fixture.all" };
        var responses = await SendAsync("$batch",
            new { id = "1", method = "GET", url = "work/Books/work.pages(shelf='%41')", headers },
            new { id = "2", method = "GET", url = "work/Books/work.pages(shelf='%2541')", headers });
        Assert.True(responses[0].GetProperty("body").GetProperty("value").GetInt32() > 0);
        Assert.Equal(0, responses[1].GetProperty("body").GetProperty("value").GetInt32());
        using var nothing = await site.SendAsync(HttpMethod.Post, "$batch", new { requests = new[] { new { id = "1", method = "GET", url = "work/Marks%00" } } });
        Assert.Equal(HttpStatusCode.BadRequest, nothing.StatusCode);
        Assert.Equal("invalid-batch", (await ShelfSite.ErrorAsync(nothing)).GetProperty("code").GetString());
    }

    // The header that says who asks in these tests is not one that a batch hands on, so its requests are a visitor's.
    private async Task<JsonElement[]> SendAsync(string address, params object[] requests)
    {
        using var response = await site.SendAsync(HttpMethod.Post, address, new { requests }, headers: ("Prefer", "continue-on-error"));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("responses").EnumerateArray()];
    }
}
