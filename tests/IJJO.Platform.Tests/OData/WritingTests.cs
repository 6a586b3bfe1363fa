using System.Net;
using System.Text.Json;

namespace IJJO.Platform.Tests.OData;

/// <summary>Somebody who edits and lends books over the service.</summary>
public abstract class WritingTests(ShelfSite site)
{
    protected const string Editor = "fixture.read fixture.all fixture.edit fixture.lend";

    protected ShelfSite Site => site;

    protected async Task<(string Address, string ETag)> NewBookAsync()
    {
        using var response = await SendAsync(HttpMethod.Post, "work/Books", new { Title = "A new book", Shelf = "written" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (response.Headers.Location!.AbsoluteUri, response.Headers.ETag!.ToString());
    }

    protected async Task<JsonElement> ReadAsync(string address)
    {
        using var response = await SendAsync(HttpMethod.Get, address);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
    }

    protected Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null, params (string, string)[] headers) =>
        site.SendAsync(method, path, body, Editor, "writer", headers);
}
