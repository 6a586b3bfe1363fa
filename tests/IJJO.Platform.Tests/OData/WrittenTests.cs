using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

/// <summary>What the answer to an insert or an update says, and that what was written is what is read.</summary>
public sealed class WrittenTests(ShelfSite site) : WritingTests(site)
{
    [Fact]
    public async Task Who_wants_no_body_is_told_where_the_row_is_and_which_version_it_has()
    {
        using var made = await SendAsync(HttpMethod.Post, "work/Books", new { Title = "In few words", Shelf = "written" }, ("Prefer", "return=minimal"));
        await MinimalAsync(made);
        var address = made.Headers.GetValues("OData-EntityId").Single();
        Assert.Equal(address, made.Headers.Location!.AbsoluteUri);
        Assert.Equal("In few words", (await ReadAsync(address)).GetProperty("Title").GetString());

        using var changed = await SendAsync(HttpMethod.Patch, address, new { Pages = 7 }, ("Prefer", "return=minimal"), ("If-Match", made.Headers.ETag!.ToString()));
        await MinimalAsync(changed);
        Assert.Equal(address, changed.Headers.GetValues("OData-EntityId").Single());
        Assert.NotEqual(made.Headers.ETag, changed.Headers.ETag);
        Assert.Equal(7, (await ReadAsync(address)).GetProperty("Pages").GetInt32());
        // The version is the present one: with it the next change is not stale.
        using var again = await SendAsync(HttpMethod.Patch, address, new { Pages = 8 }, ("If-Match", changed.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.False(again.Headers.Contains("Preference-Applied"));
        Assert.Equal(8, JsonDocument.Parse(await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("Pages").GetInt32());
    }

    private static async Task MinimalAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal("return=minimal", response.Headers.GetValues("Preference-Applied").Single());
    }

    [Fact]
    public async Task Who_cannot_read_the_answer_has_changed_nothing()
    {
        var (address, etag) = await NewBookAsync();
        using var changed = await SendAsync(HttpMethod.Patch, address, new { Title = "Unreadable" }, ("Accept", "text/html"), ("If-Match", etag));
        using var made = await SendAsync(HttpMethod.Post, "work/Books", new { Title = "Unreadable", Shelf = "written" }, ("Accept", "text/html"));
        Assert.Equal((HttpStatusCode.NotAcceptable, HttpStatusCode.NotAcceptable), (changed.StatusCode, made.StatusCode));
        Assert.Equal(0, (await Site.GetAsync("work/Books?$filter=Title eq 'Unreadable'&$count=true&$top=0")).GetProperty("@odata.count").GetInt32());
    }

    [Fact]
    public async Task A_time_of_day_is_written_and_read()
    {
        using var made = await SendAsync(HttpMethod.Post, "work/Books", new { Title = "Opens", Shelf = "timed", Opens = "10:30:15.25" });
        var address = made.Headers.Location!.AbsoluteUri;
        Assert.Equal("10:30:15.2500000", (await ReadAsync(address)).GetProperty("Opens").GetString());
        using var changed = await SendAsync(HttpMethod.Patch, address, new { Opens = "23:59:59" }, ("If-Match", "*"));
        Assert.Equal("23:59:59.0000000", (await ReadAsync(address)).GetProperty("Opens").GetString());
        using var same = await SendAsync(HttpMethod.Patch, address, new { Pages = 3 }, ("If-Match", "*"));
        Assert.Equal("23:59:59.0000000", (await ReadAsync(address)).GetProperty("Opens").GetString());
        using var none = await SendAsync(HttpMethod.Patch, address, new { Opens = (string?)null }, ("If-Match", "*"));
        Assert.Equal(JsonValueKind.Null, (await ReadAsync(address)).GetProperty("Opens").ValueKind);
        using var wrong = await SendAsync(HttpMethod.Post, "work/Books", new { Title = "Opens", Shelf = "timed", Opens = "25:00" });
        Assert.Equal(("opens", "field.format"), (await ShelfSite.ErrorAsync(wrong)).GetProperty("details")[0] is var detail ? (detail.GetProperty("target").GetString(), detail.GetProperty("code").GetString()) : default);
    }
}
