using System.Net;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.OData;

/// <summary>What is refused is refused with an OData error: never a 5xx, a stack trace or a broken body.</summary>
public sealed class TrapTests(ShelfSite site)
{
    [Theory]
    [InlineData("$filter=matchesPattern(Title,'a')")]
    [InlineData("$filter=time(BoughtAt) eq 10:00:00")]
    [InlineData("$filter=fractionalseconds(BoughtAt) eq 0.5")]
    [InlineData("$filter=time(Opens) eq 10:00:00")]
    [InlineData("$filter=Opens eq 25:00:00")]
    // The library's parser stumbles over these.
    [InlineData("$filter=Id in (,)")]
    [InlineData("$filter=Id in (1,)")]
    [InlineData("$filter=Id in (')")]
    [InlineData("$filter=isof(Pages,Edm.Int32)")]
    [InlineData("$filter=cast(Pages,Edm.String) eq '1'")]
    [InlineData("$filter=Pages div 0 eq 1")]
    // The database finds these out when it has given some rows already.
    [InlineData("$filter=100 div Pages ge 0&$top=1000")]
    [InlineData("$compute=100 div Pages as Part&$select=Part&$top=1000")]
    [InlineData("$filter=Nothing eq 1")]
    [InlineData("$filter=Title eq 'x' and")]
    [InlineData("$orderby=matchesPattern(Title,'a')")]
    [InlineData("$apply=filter(matchesPattern(Title,'a'))")]
    [InlineData("$compute=matchesPattern(Title,'a') as M")]
    [InlineData("$apply=nonsense")]
    [InlineData("$apply=topcount(3,Pages)")]
    [InlineData("$top=1001")]
    [InlineData("$top=-1")]
    [InlineData("$skip=10001")]
    [InlineData("$top=x")]
    [InlineData("$count=maybe")]
    [InlineData("$skiptoken=abc")]
    [InlineData("$skiptoken=eyJTIjoieCIsIlYiOltdfQ")]
    [InlineData("$expand=Topics")]
    [InlineData("$unknown=1")]
    [InlineData("$top=1&$top=2")]
    [InlineData("$select=Secret")]
    [InlineData("$search=(")]
    [InlineData("$orderby=Title,Shelf,Pages,Price,Weight,Lent,Binding,BoughtAt,Printed")]
    public async Task A_query_that_cannot_be_answered_is_a_bad_request(string query)
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?" + query);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await ShelfSite.ErrorAsync(response);
    }

    [Fact]
    public async Task Long_lists_and_deep_filters_are_refused()
    {
        foreach (var filter in new[]
        {
            $"Pages in ({string.Join(',', Enumerable.Range(0, 101))})",
            string.Join(" or ", Enumerable.Range(0, 200).Select(i => $"Pages eq {i}")),
            new string('(', 300) + "Lent" + new string(')', 300),
        })
        {
            using var response = await site.SendAsync(HttpMethod.Get, $"work/Books?$filter={filter}");
            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            await ShelfSite.ErrorAsync(response);
        }
        await site.GetAsync($"work/Books?$filter=Pages in ({string.Join(',', Enumerable.Range(0, 100))})");
    }

    [Theory]
    [InlineData("GET", "work/Nothing", 404)]
    [InlineData("GET", "nothing", 404)]
    [InlineData("GET", "work/Books(not-a-guid)", 404)]
    [InlineData("GET", "work/Books(00000000-0000-0000-0000-000000000000)", 404)]
    [InlineData("PUT", "work/Books", 405)]
    [InlineData("POST", "work/Marks", 405)]
    [InlineData("DELETE", "work", 405)]
    [InlineData("GET", "work/$batch", 405, "POST")]
    [InlineData("PUT", "$batch", 405, "POST")]
    public async Task What_routing_refuses_has_a_body_too(string method, string path, int status, string? allowed = null)
    {
        using var response = await site.SendAsync(new HttpMethod(method), path);
        Assert.Equal(status, (int)response.StatusCode);
        await ShelfSite.ErrorAsync(response);
        if (allowed is not null) Assert.Equal([allowed], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("{"), InlineData("{\"title\":\"x\""), InlineData("{\"title\":}"), InlineData("{\"title\":\"a\",\"title\":\"b\"}"), InlineData("[]"), InlineData("null"), InlineData("nonsense"), InlineData("{\"title\":\"\\uD800\"} x")]
    public async Task A_body_that_is_no_json_object_is_a_bad_request(string body)
    {
        foreach (var path in new[] { "work/Books", "work/$batch", "$batch" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, null, "application/json") };
            request.Headers.Add("X-Permissions", "fixture.read fixture.edit");
            using var response = await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((path, HttpStatusCode.BadRequest), (path, response.StatusCode));
            Assert.Equal((path, "invalid-json"), (path, (await ShelfSite.ErrorAsync(response)).GetProperty("code").GetString()));
        }
    }

    [Theory]
    [InlineData("Accept", "application/atom+xml", 406)]
    [InlineData("Accept", "text/html", 406)]
    [InlineData("Accept", "text/html, */*;q=0.1", 200)]
    [InlineData("Accept", "application/json;odata.metadata=none", 200)]
    public async Task Only_what_can_be_produced_is_promised(string header, string value, int status)
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Books?$top=1", headers: (header, value));
        Assert.Equal(status, (int)response.StatusCode);
        if (status >= 400) await ShelfSite.ErrorAsync(response);
    }

    [Fact]
    public async Task A_slow_query_is_cut()
    {
        using var response = await site.SendAsync(HttpMethod.Get, "work/Slow");
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var error = await ShelfSite.ErrorAsync(response);
        Assert.Equal("too-expensive", error.GetProperty("code").GetString());
        // And its connection works for others again.
        await using var scope = site.Services.CreateAsyncScope();
        var working = await scope.ServiceProvider.GetRequiredService<ShelfDb>().Database
            .SqlQueryRaw<long>("SELECT count(*) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND state = 'active' AND query LIKE '%sleep(30)%' AND pid <> pg_backend_pid()").SingleAsync();
        Assert.Equal(0, working);
    }
}
