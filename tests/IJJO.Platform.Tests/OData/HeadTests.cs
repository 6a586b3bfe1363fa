using System.Net;

namespace IJJO.Platform.Tests.OData;

/// <summary><c>HEAD</c> tells of every resource what <c>GET</c> would, without the body.</summary>
public sealed class HeadTests(ShelfSite site)
{
    private const string All = "fixture.read fixture.all fixture.loans";

    [Theory]
    [InlineData("work"), InlineData("work/$metadata"), InlineData("vocabulary"), InlineData("work/Marks?$count=true"), InlineData("work/Marks/$count"), InlineData("work/Marks(Zone='z',Area=1)"), InlineData("work/Marks(Zone='z',Area=1)/Note")]
    [InlineData("work/Marks(Zone='z',Area=1)/Note/$value"), InlineData("work/Marks/$ref"), InlineData("work/Marks?$apply=aggregate($count as N)"), InlineData("work/Marks?$compute=Area add 1 as More"), InlineData("work/Books({0})"), InlineData("work/Books({0})/Title")]
    [InlineData("work/Books({0})/Topics/$count"), InlineData("work/Books({0})/Loans/$count"), InlineData("work/Books/work.pages(shelf='none')")]
    [InlineData("work/Nothing"), InlineData("work/Books?$filter=nonsense"), InlineData("work/Marks(Zone='z',Area=7)"), InlineData("work/Marks(Zone='z',Area=1)/Nothing"), InlineData("work/Books/work.countShelf"), InlineData("work/$batch")]
    public async Task It_is_the_answer_to_get_without_its_body(string path)
    {
        var address = path.Replace("{0}", (await site.GetAsync("work/Books?$top=1&$orderby=Id&$filter=Pages ge 0")).GetProperty("value")[0].GetProperty("Id").GetString());
        using var get = await site.SendAsync(HttpMethod.Get, address, permissions: All);
        using var head = await site.SendAsync(HttpMethod.Head, address, permissions: All);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.Allow, head.Content.Headers.Allow);
        Assert.Equal(get.Headers.GetValues("OData-Version"), head.Headers.GetValues("OData-Version"));
        // What is made by the library or as a plain text is measured when it is sent, which it is not.
        if (head.Content.Headers.ContentLength is > 0 and var length) Assert.Equal(get.Content.Headers.ContentLength, length);
    }

    [Fact]
    public async Task A_row_that_one_has_is_not_modified()
    {
        var id = (await site.GetAsync("work/Books?$top=1&$orderby=Id&$filter=Pages ge 0")).GetProperty("value")[0].GetProperty("Id").GetString();
        using var head = await site.SendAsync(HttpMethod.Head, $"work/Books({id})");
        using var again = await site.SendAsync(HttpMethod.Head, $"work/Books({id})", headers: ("If-None-Match", head.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }
}
