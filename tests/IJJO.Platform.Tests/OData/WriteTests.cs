using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

/// <summary>Inserts, updates, removals and actions, with the version of the row that they are meant for.</summary>
public sealed class WriteTests(ShelfSite site) : WritingTests(site)
{
    [Fact]
    public async Task An_action_runs_its_command_with_the_key_and_version_of_the_row()
    {
        var (address, etag) = await NewBookAsync();
        using var done = await SendAsync(HttpMethod.Post, $"{address}/work.lend", new { to = "Lía", until = "2026-01-01T00:00:00+02:00" }, ("If-Match", etag));
        Assert.Equal(HttpStatusCode.NoContent, done.StatusCode);
        var book = await ReadAsync(address);
        Assert.True(book.GetProperty("Lent").GetBoolean());
        Assert.Equal("2025-12-31T22:00:00Z", book.GetProperty("ReturnedAt").GetString());
        using var refused = await SendAsync(HttpMethod.Post, $"{address}/work.lend", new { to = "Lía" }, ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal("fixture.already-lent", (await ShelfSite.ErrorAsync(refused)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task Without_the_version_that_was_seen_nothing_is_changed()
    {
        var (address, etag) = await NewBookAsync();
        using var blind = await SendAsync(HttpMethod.Post, $"{address}/work.lend", new { to = "Lía" });
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        await ShelfSite.ErrorAsync(blind);
        using var changed = await SendAsync(HttpMethod.Patch, address, new { Pages = 7 }, ("If-Match", etag));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(etag, changed.Headers.ETag!.ToString());
        using var stale = await SendAsync(HttpMethod.Patch, address, new { Pages = 8 }, ("If-Match", etag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        await ShelfSite.ErrorAsync(stale);
        Assert.Equal(changed.Headers.ETag, stale.Headers.ETag);
        Assert.Equal(7, (await ReadAsync(address)).GetProperty("Pages").GetInt32());
    }

    [Fact]
    public async Task A_change_leaves_what_was_not_sent_as_it_is()
    {
        var (address, etag) = await NewBookAsync();
        using var changed = await SendAsync(HttpMethod.Patch, address, new { Pages = 9 }, ("If-Match", etag));
        Assert.Equal("A new book", (await ReadAsync(address)).GetProperty("Title").GetString());
        Assert.Equal(9, (await ReadAsync(address)).GetProperty("Pages").GetInt32());
    }

    [Fact]
    public async Task Wrong_members_are_named_one_by_one()
    {
        using var response = await SendAsync(HttpMethod.Post, "work/Books", new { Title = new string('x', 201), Pages = 0, Colour = "red", BoughtAt = "yesterday" });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var details = (await ShelfSite.ErrorAsync(response)).GetProperty("details").EnumerateArray().ToDictionary(d => d.GetProperty("target").GetString()!, d => d.GetProperty("code").GetString());
        Assert.Equal("field.required", details["shelf"]);
        Assert.Equal("field.format", details["boughtAt"]);
        Assert.Equal("field.unknown", details["colour"]);

        using var limits = await SendAsync(HttpMethod.Post, "work/Books", new { Title = new string('x', 201), Shelf = "A", Pages = 0 });
        var broken = (await ShelfSite.ErrorAsync(limits)).GetProperty("details").EnumerateArray().Select(d => d.GetProperty("code").GetString());
        Assert.Equal(["field.too-long", "field.range"], broken);
    }

    [Fact]
    public async Task A_row_is_removed_only_where_the_set_allows_it()
    {
        var (address, etag) = await NewBookAsync();
        using var removed = await SendAsync(HttpMethod.Delete, address, null, ("If-Match", etag));
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await SendAsync(HttpMethod.Get, address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        using var not = await SendAsync(HttpMethod.Delete, "work/Marks(Zone='z',Area=1)");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, not.StatusCode);
        await ShelfSite.ErrorAsync(not);
    }

    [Fact]
    public async Task An_action_on_the_set_gives_what_it_produced()
    {
        using var response = await SendAsync(HttpMethod.Post, "work-groups/Books/workGroups.countShelf", new { shelf = "none such" });
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(0, answer.GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task Reading_is_not_enough_to_write()
    {
        var (address, etag) = await NewBookAsync();
        using var response = await Site.SendAsync(HttpMethod.Delete, address, null, headers: ("If-Match", etag));
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await ShelfSite.ErrorAsync(response);
    }

    [Fact]
    public async Task A_row_of_somebody_else_cannot_be_acted_on()
    {
        var (address, etag) = await NewBookAsync();
        using var response = await Site.SendAsync(HttpMethod.Delete, address, null, "fixture.read fixture.edit", "eva", ("If-Match", etag));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        await ShelfSite.ErrorAsync(response);
    }

    [Fact]
    public async Task Only_json_is_taken()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "work/Books") { Content = new StringContent("<book/>", null, "application/xml") };
        request.Headers.Add("X-Permissions", Editor);
        using var response = await Site.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await ShelfSite.ErrorAsync(response);
    }
}
