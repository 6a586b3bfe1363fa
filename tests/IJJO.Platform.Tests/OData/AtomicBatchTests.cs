using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.OData;

public sealed class AtomicBatchTests(ShelfSite site)
{
    private static readonly Dictionary<string, string> Editor = new() { ["X-Permissions"] = "fixture.read fixture.all fixture.edit fixture.lend", ["X-Name"] = "writer" };

    [Fact]
    public async Task The_requests_of_a_group_are_all_carried_out()
    {
        var title = NewTitle();
        var answers = await SendAsync([Add("1", title, "g"), Add("2", title, "g")]);
        Assert.Equal([201, 201], answers.Select(answer => answer.GetProperty("status").GetInt32()));
        Assert.Equal((2, 2), await KeptAsync(title));
    }

    [Fact]
    public async Task Of_a_group_with_one_that_fails_nothing_is_kept_and_each_answer_says_so()
    {
        var title = NewTitle();
        var answers = await SendAsync([Add("1", title, "g"), Add("2", new string('x', 300), "g"), Add("3", title, "g")]);
        Assert.Equal([424, 400, 424], answers.Select(answer => answer.GetProperty("status").GetInt32()));
        Assert.All(answers, answer => Assert.Equal("g", answer.GetProperty("atomicityGroup").GetString()));
        var error = answers[1].GetProperty("body").GetProperty("error");
        Assert.Equal("title", error.GetProperty("details")[0].GetProperty("target").GetString());
        Assert.Equal("failed-dependency", answers[0].GetProperty("body").GetProperty("error").GetProperty("code").GetString());
        Assert.Equal((0, 0), await KeptAsync(title));
    }

    [Fact]
    public async Task One_group_does_not_fail_another()
    {
        var (first, second) = (NewTitle(), NewTitle());
        var answers = await SendAsync([Add("1", first, "g"), Add("2", new string('x', 300), "g"), Add("3", second, "h"), Add("4", second)]);
        Assert.Equal([424, 400, 201, 201], answers.Select(answer => answer.GetProperty("status").GetInt32()));
        Assert.Equal((0, 0), await KeptAsync(first));
        Assert.Equal((2, 2), await KeptAsync(second));
    }

    [Fact]
    public async Task A_request_refers_to_the_row_and_version_of_one_before_it()
    {
        var title = NewTitle();
        var answers = await SendAsync([
            Add("new", title, "g"),
            new { id = "2", atomicityGroup = "g", method = "PATCH", url = "$new", headers = new Dictionary<string, string>(Editor) { ["If-Match"] = "$new" }, body = new { Pages = 42 } },
            new { id = "3", method = "GET", url = "$new?$select=Pages", headers = Editor, dependsOn = new[] { "g" } },
            new { id = "4", method = "GET", url = "$nobody", headers = Editor }]);
        Assert.Equal([201, 200, 200, 400], answers.Select(answer => answer.GetProperty("status").GetInt32()));
        Assert.Equal(42, answers[2].GetProperty("body").GetProperty("Pages").GetInt32());
    }

    [Fact]
    public async Task A_group_stays_within_one_service()
    {
        using var response = await site.SendAsync(HttpMethod.Post, "$batch", new
        {
            requests = new object[]
            {
                new { id = "1", atomicityGroup = "g", method = "GET", url = "work/Marks" },
                new { id = "2", atomicityGroup = "g", method = "GET", url = "work-groups/Books" },
            },
        });
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("group-across-services", (await ShelfSite.ErrorAsync(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_multipart_batch_answers_part_by_part_and_its_change_sets_as_one()
    {
        var (kept, lost) = (NewTitle(), NewTitle());
        var answer = await SendAsync(Multipart("b",
            Http("0", "GET Marks/$count HTTP/1.1"),
            ChangeSet("c1", Post("1", kept), Http("2", $"PATCH $1 HTTP/1.1\r\nX-Permissions: {Editor["X-Permissions"]}\r\nX-Name: writer\r\nIf-Match: *\r\nContent-Type: application/json", "{\"Pages\":7}")),
            ChangeSet("c2", Post("3", lost), Post("4", new string('x', 300))),
            Http("5", "GET Marks?$top=1 HTTP/1.1")));
        Assert.StartsWith("multipart/mixed; boundary=", answer.Type);
        Assert.Equal(["200", "201", "200", "400", "200"], answer.Text.Split("HTTP/1.1 ").Skip(1).Select(part => part[..3]));
        Assert.Contains("Content-ID: 2\r\n", answer.Text);
        Assert.DoesNotContain("Content-ID: 3\r\n", answer.Text);
        Assert.Equal((1, 1), await KeptAsync(kept));
        Assert.Equal((0, 0), await KeptAsync(lost));
    }

    [Theory]
    [InlineData("multipart/mixed", "--b\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "")]
    [InlineData("multipart/mixed; boundary=b", "no parts at all")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET Marks HTTP/1.1\r\n\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: text/plain\r\n\r\nGET Marks HTTP/1.1\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET Marks\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nTRACE Marks HTTP/1.1\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET Marks HTTP/1.1\r\nno header\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: application/http\r\n\r\nGET /staff/modules HTTP/1.1\r\n\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\nContent-ID: 1\r\n\r\nGET Marks HTTP/1.1\r\n\r\n--c--\r\n--b--\r\n")]
    [InlineData("multipart/mixed; boundary=b", "--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: application/http\r\n\r\nDELETE Marks HTTP/1.1\r\n\r\n--c--\r\n--b--\r\n")]
    public async Task A_multipart_batch_that_is_not_one_is_refused_with_a_sentence(string type, string body)
    {
        using var response = await PostAsync(type, body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("invalid-batch", (await ShelfSite.ErrorAsync(response)).GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_multipart_batch_has_the_same_limits()
    {
        using var many = await PostAsync("multipart/mixed; boundary=b", Multipart("b", [.. Enumerable.Range(0, 51).Select(id => Http($"{id}", "GET Marks HTTP/1.1"))]));
        Assert.Equal(HttpStatusCode.BadRequest, many.StatusCode);
        Assert.Equal("too-many-requests", (await ShelfSite.ErrorAsync(many)).GetProperty("code").GetString());
        using var large = await PostAsync("multipart/mixed; boundary=b", new string(' ', (1 << 20) + 1));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        await ShelfSite.ErrorAsync(large);
    }

    [Fact]
    public async Task A_dry_run_tells_what_would_be_and_leaves_nothing()
    {
        var title = NewTitle();
        var requests = new[] { Add("1", title), Add("2", new string('x', 300)), Add("3", title) };
        using var response = await site.SendAsync(HttpMethod.Post, "work/$batch", new { requests }, headers: ("Prefer", "dry-run, continue-on-error"));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal("dry-run", response.Headers.GetValues("Preference-Applied").Single());
        Assert.Equal([201, 400, 201], answer.GetProperty("responses").EnumerateArray().Select(one => one.GetProperty("status").GetInt32()));
        Assert.Equal(0, answer.GetProperty("@platform.effects").GetArrayLength());
        Assert.Equal((0, 0), await KeptAsync(title));

        using var single = await site.SendAsync(HttpMethod.Post, "work/Books", new { Title = title, Shelf = "tried" }, Editor["X-Permissions"], "writer", ("Prefer", "dry-run"));
        Assert.Equal(HttpStatusCode.OK, single.StatusCode);
        using var refused = await site.SendAsync(HttpMethod.Post, "work/Books", new { Title = title }, Editor["X-Permissions"], "writer", ("Prefer", "dry-run"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        await ShelfSite.ErrorAsync(refused);
        Assert.Equal((0, 0), await KeptAsync(title));
    }

    private static string NewTitle() => $"Together {Guid.CreateVersion7():N}";

    private static object Add(string id, string title, string? atomicityGroup = null)
    {
        var request = new Dictionary<string, object> { ["id"] = id, ["method"] = "POST", ["url"] = "Books", ["headers"] = Editor, ["body"] = new { Title = title, Shelf = "together" } };
        if (atomicityGroup is not null) request["atomicityGroup"] = atomicityGroup;
        return request;
    }

    private static string Post(string id, string title) =>
        Http(id, $"POST Books HTTP/1.1\r\nX-Permissions: {Editor["X-Permissions"]}\r\nX-Name: writer\r\nContent-Type: application/json", JsonSerializer.Serialize(new { Title = title, Shelf = "together" }));

    private static string Http(string id, string head, string body = "") => $"Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\nContent-ID: {id}\r\n\r\n{head}\r\n\r\n{body}";

    private static string ChangeSet(string boundary, params string[] parts) => $"Content-Type: multipart/mixed; boundary={boundary}\r\n\r\n{Multipart(boundary, parts)}";

    private static string Multipart(string boundary, params string[] parts) => string.Concat(parts.Select(part => $"--{boundary}\r\n{part}\r\n")) + $"--{boundary}--\r\n";

    /// <summary>How many books of this title there are, and how many events say so.</summary>
    private async Task<(int Books, int Events)> KeptAsync(string title)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShelfDb>();
        var payloads = await db.Set<IJJO.Platform.Events.OutboxRow>().Select(row => row.Payload).ToListAsync(TestContext.Current.CancellationToken);
        return (await db.Books.CountAsync(book => book.Title == title, TestContext.Current.CancellationToken), payloads.Count(payload => payload.Contains(title)));
    }

    private async Task<JsonElement[]> SendAsync(object[] requests)
    {
        using var response = await site.SendAsync(HttpMethod.Post, "work/$batch", new { requests }, headers: ("Prefer", "continue-on-error"));
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("responses").EnumerateArray()];
    }

    private async Task<(string Type, string Text)> SendAsync(string body)
    {
        using var response = await PostAsync("multipart/mixed; boundary=b", body);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, text);
        return (response.Content.Headers.ContentType!.ToString(), text);
    }

    private async Task<HttpResponseMessage> PostAsync(string type, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "work/$batch") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.TryAddWithoutValidation("Prefer", "continue-on-error");
        return await site.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
