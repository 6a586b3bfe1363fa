using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace IJJO.Outreach.Tests;

public sealed class TemplateTests
{
    private const string Declined = "outreach.decision-declined.fr";

    [Fact]
    public async Task An_edited_template_is_what_the_next_mail_says_until_it_is_restored()
    {
        await using var site = await OutreachSite.StartAsync();
        var browser = site.Coordinator();
        var page = await browser.OpenAsync($"/staff/outreach/Templates/{Declined}");
        Assert.Null(page.Html.QuerySelector("form#action-restore"));
        var edited = await browser.SubmitAsync(page, [("Subject", "{{ reference }}, autrement dit")], "form#action-edit");
        Assert.Contains("Done.", edited.Text);
        await site.DecideAsync("declined", null, inGroup: false, language: "fr");
        Assert.Equal("S-2026-00042, autrement dit", await site.AskAsync("SELECT subject FROM outreach.message"));

        await browser.SubmitAsync(edited, [], "form#action-restore");
        var decided = await site.DecideAsync("declined", null, inGroup: false, language: "fr");
        Assert.DoesNotContain("autrement dit", await site.AskAsync("SELECT subject FROM outreach.message WHERE id = $1", decided.MessageId));
    }

    [Fact]
    public async Task A_template_is_changed_from_any_client_and_what_is_wrong_is_said_of_its_member()
    {
        await using var site = await OutreachSite.StartAsync();
        var http = site.Coordinator().Http;
        const string address = "/odata/outreach/Templates('outreach.offer-group.en')";
        using var found = await http.GetAsync(address);
        var body = JsonDocument.Parse(await found.Content.ReadAsStringAsync()).RootElement.GetProperty("Body").GetString()!;
        var version = found.Headers.ETag!.ToString();

        await RefusedAsync(new { Body = body + "{{ favouriteColour }}" }, "body", "favouriteColour");
        await RefusedAsync(new { Body = body + "{% if %" }, "body", "Liquid");
        await RefusedAsync(new { Body = "Come and join us." }, "body", "Link");
        await RefusedAsync(new { Subject = "" }, "subject", "");
        using var blind = await PatchAsync(new { Subject = "Join us: {{ reference }}" }, null);
        Assert.Equal(HttpStatusCode.PreconditionRequired, blind.StatusCode);
        using var changed = await PatchAsync(new { Subject = "Join us: {{ reference }}" }, version);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        using var stale = await PatchAsync(new { Subject = "Too late" }, version);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal(changed.Headers.ETag, stale.Headers.ETag);

        // Templates are named by the code that sends them: none is made or taken away.
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.PostAsJsonAsync("/odata/outreach/Templates", new { Id = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await http.DeleteAsync(address)).StatusCode);

        async Task RefusedAsync(object change, string target, string said)
        {
            using var refused = await PatchAsync(change, version);
            var text = await refused.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            var detail = JsonDocument.Parse(text).RootElement.GetProperty("error").GetProperty("details")[0];
            Assert.Equal(target, detail.GetProperty("target").GetString());
            Assert.Contains(said, detail.GetProperty("message").GetString());
        }

        async Task<HttpResponseMessage> PatchAsync(object change, string? ifMatch)
        {
            var request = new HttpRequestMessage(HttpMethod.Patch, address) { Content = JsonContent.Create(change, options: JsonSerializerOptions.Default) };
            if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
            return await http.SendAsync(request);
        }
    }

    [Fact]
    public async Task Every_shipped_template_is_there_to_be_edited_and_fits_its_own_rules()
    {
        await using var site = await OutreachSite.StartAsync();
        Assert.Equal("0", await site.AskAsync("SELECT count(*)::text FROM outreach.template WHERE is_edited"));
        Assert.Equal("en es fr", await site.AskAsync("SELECT string_agg(language, ' ' ORDER BY language) FROM outreach.template WHERE template = 'platform.password-reset'"));
        var http = site.Coordinator().Http;
        var rows = JsonDocument.Parse(await http.GetStringAsync("/odata/outreach/Templates")).RootElement.GetProperty("value");
        foreach (var row in rows.EnumerateArray())
        {
            var request = new HttpRequestMessage(HttpMethod.Patch, $"/odata/outreach/Templates('{row.GetProperty("Id").GetString()}')") { Content = JsonContent.Create(new { }) };
            request.Headers.TryAddWithoutValidation("If-Match", "*");
            request.Headers.TryAddWithoutValidation("Prefer", "dry-run");
            using var answer = await http.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{row.GetProperty("Id")}: {await answer.Content.ReadAsStringAsync()}");
        }
        Assert.Equal("0", await site.AskAsync("SELECT count(*)::text FROM outreach.template WHERE is_edited"));
    }
}
