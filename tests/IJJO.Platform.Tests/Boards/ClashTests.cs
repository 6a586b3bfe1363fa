using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Boards;

public sealed class ClashTests(LibrarySite site)
{
    private const string Edit = "form#action-edit";

    [Fact]
    public async Task Both_versions_stand_beside_each_other_and_each_field_is_chosen()
    {
        var (ana, eva) = (site.Reader(), site.Reader());
        var (seen, other) = (await OpenAsync(ana, "Book 25"), await OpenAsync(eva, "Book 25"));
        await eva.SubmitAsync(other, [("Note", "As Eva has it"), ("Country", "ES")], Edit);

        var clash = await ana.SubmitAsync(seen, [("Note", "As Ana has it"), ("DueAt", "2026-05-01")], Edit);
        Assert.Contains("Choose for each what it shall be", clash.Text);
        var rows = clash.Html.QuerySelectorAll("table.clash tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()))).ToArray();
        // Only what somebody else has changed: the date that Ana alone has set is no question.
        Assert.Equal(["Country|France|Spain", "Note|As Ana has it|As Eva has it"], rows.Order());
        Assert.Equal(["theirs"], clash.Html.QuerySelectorAll("table.clash input:checked").Select(input => input.GetAttribute("value")));

        var unchosen = await ana.SubmitAsync(clash, [], Edit);
        Assert.Contains("Choose one of the two versions of each field.", unchosen.Text);
        Assert.Equal("Note|As Ana has it|As Eva has it", string.Join('|', unchosen.Html.QuerySelectorAll("table.clash tbody tr").Single(row => row.TextContent.Contains("Note")).QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim())));

        var saved = await ana.SubmitAsync(clash, [("choose.Note", "mine")], Edit);
        Assert.Contains("Done.", saved.Text);
        Assert.Equal("As Ana has it ES 2026-05-01", await StoredAsync("Book 25"));
    }

    [Fact]
    public async Task A_third_version_in_the_meantime_is_shown_as_well()
    {
        var (ana, eva) = (site.Reader(), site.Reader());
        var seen = await OpenAsync(ana, "Book 26");
        await eva.SubmitAsync(await OpenAsync(eva, "Book 26"), [("Note", "Second")], Edit);
        var clash = await ana.SubmitAsync(seen, [("Note", "Mine")], Edit);
        await eva.SubmitAsync(await OpenAsync(eva, "Book 26"), [("Note", "Third")], Edit);

        var again = await ana.SubmitAsync(clash, [("choose.Note", "mine")], Edit);
        Assert.Contains("Third", again.Html.QuerySelector("table.clash")!.TextContent);
        Assert.Contains("Mine", again.Html.QuerySelector("table.clash")!.TextContent);
        await ana.SubmitAsync(again, [("choose.Note", "theirs")], Edit);
        Assert.Equal("Third ES ", await StoredAsync("Book 26"));
    }

    [Fact]
    public async Task Two_who_change_different_fields_do_not_clash_over_what_is_the_same()
    {
        var (ana, eva) = (site.Reader(), site.Reader());
        var seen = await OpenAsync(ana, "Book 28");
        await eva.SubmitAsync(await OpenAsync(eva, "Book 28"), [("Note", "The same")], Edit);
        var saved = await ana.SubmitAsync(seen, [("Note", "The same"), ("DueAt", "2026-06-01")], Edit);
        Assert.Contains("Done.", saved.Text);
        Assert.Equal("The same ES 2026-06-01", await StoredAsync("Book 28"));
    }

    private async Task<TestPage> OpenAsync(TestBrowser browser, string title) =>
        await browser.OpenAsync($"/staff/library/Loans/{await Sql.ScalarAsync(site.Host, $"SELECT id FROM library.loans WHERE title = '{title}'")}");

    private async Task<string?> StoredAsync(string title) =>
        (string?)await Sql.ScalarAsync(site.Host, $"SELECT concat_ws(' ', note, country, coalesce(due_at::text, '')) FROM library.loans WHERE title = '{title}'");
}
