using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Boards;

public sealed class BulkTests(LibrarySite site)
{
    private const string Lend = "/staff/library/Loans/actions/lend", Form = "form#action";

    [Fact]
    public async Task A_bulk_action_first_says_what_it_would_do_and_leaves_nothing_behind()
    {
        var browser = site.Reader();
        var form = await browser.OpenAsync($"{Lend}?{await RowsAsync("Book 10", "Book 12", "Book 13")}");
        Assert.Contains("Book 10", form.Text);
        var before = await FootprintAsync();

        var would = await browser.SubmitAsync(form, [("To", "Lía")], Form);
        Assert.Contains("Nothing has been done yet.", would.Text);
        Assert.Contains("It will be done for 2.", would.Text);
        Assert.Contains("It will be refused for 1:", would.Text);
        Assert.Contains("Book 12 is lent already.", would.Text);
        Assert.Equal(["Reminders to give back: 2", "Mails that will be sent: 2"], would.Html.QuerySelectorAll(".effect summary").Select(effect => effect.TextContent));
        Assert.Contains("Book 13 → Lía", would.Text);
        Assert.Contains("library.receipt → Lía, reader@example.org", would.Text);
        Assert.Equal(before, await FootprintAsync());

        var done = await browser.SubmitAsync(would, [], Form);
        Assert.Contains("Done for 2.", done.Text);
        Assert.Contains("Book 12 is lent already.", done.Text);
        Assert.NotEqual(before, await FootprintAsync());
    }

    [Fact]
    public async Task What_has_changed_since_is_looked_at_again()
    {
        var (ana, eva) = (site.Reader(), site.Reader());
        var would = await ana.SubmitAsync(await ana.OpenAsync($"{Lend}?{await RowsAsync("Book 14", "Book 16")}"), [("To", "Ana")], Form);
        Assert.Contains("It will be done for 2.", would.Text);
        var other = await eva.SubmitAsync(await eva.OpenAsync($"{Lend}?{await RowsAsync("Book 14")}"), [("To", "Eva")], Form);
        Assert.Contains("Done for 1.", (await eva.SubmitAsync(other, [], Form)).Text);

        var again = await ana.SubmitAsync(would, [], Form);
        Assert.Contains("Something has changed since then.", again.Text);
        Assert.Contains("Book 14 is lent already.", again.Text);
        var changed = await ana.SubmitAsync(again, [("To", "Bea")], Form);
        Assert.Contains("Nothing has been done yet.", changed.Text);
        Assert.Contains("Done for 1.", (await ana.SubmitAsync(changed, [], Form)).Text);
    }

    [Fact]
    public async Task What_is_wrong_with_a_field_is_said_once_and_beside_it()
    {
        var browser = site.Reader();
        var wrong = await browser.SubmitAsync(await browser.OpenAsync($"{Lend}?{await RowsAsync("Book 17", "Book 19")}"), [("To", "somebody with a long name")], Form);
        Assert.NotNull(wrong.Html.QuerySelector("[id$='-To'][aria-invalid=true]"));
        Assert.DoesNotContain("Nothing has been done yet.", wrong.Text);
    }

    [Fact]
    public async Task An_action_is_for_all_rows_of_the_list_as_it_is_filtered()
    {
        var browser = site.Reader();
        var form = await browser.OpenAsync($"{Lend}?all=1&view=out&f.Country=ES");
        Assert.Contains("of the list:", form.Text);
        var would = await browser.SubmitAsync(form, [("To", "Ana")], Form);
        Assert.Contains("It will be done for 0.", would.Text);
        Assert.Null(would.Html.QuerySelector("input[name=tried]"));
    }

    [Fact]
    public async Task A_dry_run_over_odata_says_the_same()
    {
        var before = await FootprintAsync();
        var id = await IdAsync("Book 20");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/odata/library/Loans({id})/library.lend") { Content = JsonContent.Create(new { to = "Lía" }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Headers.TryAddWithoutValidation("Prefer", "dry-run");
        using var response = await site.Reader().Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var effects = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("@platform.effects");
        Assert.Equal(["Reminders to give back: 1", "Mails that will be sent: 1"], effects.EnumerateArray().Select(effect => effect.GetProperty("text").GetString()));
        Assert.Equal("Book 20 → Lía", effects[0].GetProperty("causes")[0].GetProperty("text").GetString());
        Assert.Equal(before, await FootprintAsync());
    }

    [Fact]
    public async Task A_group_of_a_batch_that_fails_leaves_no_line_in_the_audit()
    {
        var person = TestPerson.Staff("Bea Sol", "library.read", "library.lend");
        var browser = site.Host.Browser(person);
        object Request(string id, string key) => new
        {
            id, atomicityGroup = "g", method = "POST", url = $"Loans({key})/library.lend", body = new { to = "Bea" },
            headers = new Dictionary<string, string> { ["If-Match"] = "*", [TestAuthentication.Header] = person.ToHeader() },
        };
        var (free, lent) = (await IdAsync("Book 22"), await IdAsync("Book 24"));
        async Task<string> SendAsync(params object[] requests)
        {
            using var response = await browser.Http.PostAsJsonAsync("/odata/library/$batch", new { requests }, TestContext.Current.CancellationToken);
            var answers = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("responses");
            return string.Join(' ', answers.EnumerateArray().Select(answer => answer.GetProperty("status").GetInt32()));
        }
        async Task<long> LinesAsync() => (long)(await Sql.ScalarAsync(site.Host, $"SELECT count(*) FROM identity.audit WHERE staff_id = '{person.StaffId}'"))!;

        Assert.Equal("424 409", await SendAsync(Request("1", free), Request("2", lent)));
        Assert.Equal(0, await LinesAsync());
        Assert.Equal("in", await Sql.ScalarAsync(site.Host, $"SELECT state FROM library.loans WHERE id = '{free}'"));
        Assert.Equal("204", await SendAsync(Request("1", free)));
        Assert.Equal(1, await LinesAsync());
    }

    /// <summary>All that a dry run might leave: rows, events, audit lines of actions, jobs.</summary>
    private async Task<string> FootprintAsync() => (string)(await Sql.ScalarAsync(site.Host, """
        SELECT concat_ws(' ',
            (SELECT string_agg(id::text || state || xmin::text, ' ' ORDER BY id) FROM library.loans WHERE title IN ('Book 10', 'Book 12', 'Book 13', 'Book 20')),
            (SELECT count(*) FROM library.__outbox WHERE payload::text ~ 'Book (10|12|13|20)'),
            (SELECT count(*) FROM identity.audit a WHERE kind = 'Did' AND target IN (SELECT id::text FROM library.loans WHERE title IN ('Book 10', 'Book 12', 'Book 13', 'Book 20'))))
        """))!;

    private async Task<string> RowsAsync(params string[] titles)
    {
        var keys = new List<string>();
        foreach (var title in titles) keys.Add($"row={await IdAsync(title)}");
        return string.Join('&', keys);
    }

    private async Task<string> IdAsync(string title) => (await Sql.ScalarAsync(site.Host, $"SELECT id FROM library.loans WHERE title = '{title}'"))!.ToString()!;
}
