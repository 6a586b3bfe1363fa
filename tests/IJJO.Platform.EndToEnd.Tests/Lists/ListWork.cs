using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>What is done from a list: an action on many rows, values changed where they stand, all of it by keyboard.</summary>
[Collection(nameof(ListSite))]
public sealed class ListWork(ListSite site)
{
    [Fact]
    public async Task Rows_are_chosen_across_pages_and_an_action_is_tried_before_it_is_done()
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?f.Country=IT");
        await list.Row("Many 001").GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(list.Page.Locator(".list-selection strong")).ToHaveTextAsync("1 selected");
        // Further than the first page of fifty rows.
        await Testing.Eventually.IsTrueAsync(async () =>
        {
            await list.Page.Locator(".tabulator-tableholder").EvaluateAsync("table => table.scrollTop += 700");
            return await list.Row("Many 207").CountAsync() > 0;
        }, "row 207");
        await list.Row("Many 207").GetByRole(AriaRole.Checkbox).CheckAsync();
        await list.LookAsync("en", "list-selected");
        await list.Visit.FollowAsync(".list-selection a:has-text('Lend')");
        await list.Visit.FillAsync("To", "Lía");
        await list.Visit.PressAsync("#action button[type=submit]");
        Assert.Contains("Nothing has been done yet.", await list.Visit.TextAsync());
        Assert.Contains("It will be done for 1.", await list.Visit.TextAsync());
        Assert.Contains("Many 207 is lent already.", await list.Visit.TextAsync());
        Assert.Contains("Mails that will be sent: 1", await list.Visit.TextAsync());
        await list.Visit.PressAsync("#action button[type=submit]");
        Assert.Contains("Done for 1.", await list.Visit.TextAsync());

        await list.OpenAsync($"{ListSite.Loans}?f.Country=IT");
        await list.Row("Many 002").GetByRole(AriaRole.Checkbox).CheckAsync();
        await list.Page.ClickAsync("text=Select all 300 rows");
        await Expect(list.Page.Locator(".list-selection strong")).ToHaveTextAsync("All 300 are selected.");
        await list.Visit.FollowAsync(".list-selection a:has-text('Lend')");
        await list.Visit.FillAsync("To", "Bea");
        await list.Visit.PressAsync("#action button[type=submit]");
        Assert.Contains("It will be done for 296.", await list.Visit.TextAsync());
        await list.LookAsync("en", "list-dry-run");
        await list.Visit.PressAsync("#action button[type=submit]");
        await Expect(list.Visit.Main).ToContainTextAsync("Done for 296.", new() { Timeout = 60_000 });
        await Expect(list.Visit.Main).ToContainTextAsync("Many 107 is lent already.");
        await list.LookAsync("en", "list-run");
    }

    [Theory]
    [InlineData("en", ColorScheme.Dark, "Book 03")]
    [InlineData("es", ColorScheme.Light, "Book 05")]
    [InlineData("fr", ColorScheme.Dark, "Book 07")]
    public async Task A_value_is_changed_where_it_stands_and_a_clash_shows_both_versions(string language, ColorScheme theme, string book)
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?f.Title={book}&cols=Title,DueAt,Note", language, theme);
        var form = await list.EditAsync(list.Row(book), "DueAt");
        await list.LookAsync(language, "list-edit");
        await form.Locator("input").FillAsync("2026-03-01");
        var sent = await list.Page.RunAndWaitForRequestAsync(() => form.Locator("[type=submit]").ClickAsync(), request => request.Method == "PATCH");
        Assert.Matches("^W?/?\".+\"$", (await sent.AllHeadersAsync())["if-match"]);
        await Expect(list.Page.Locator(".list-edit")).ToHaveCountAsync(0);
        await Expect(list.Row(book)).ToContainTextAsync("2026");

        form = await list.EditAsync(list.Row(book), "DueAt");
        await site.SqlAsync($"UPDATE library.loans SET due_at = '2026-05-05' WHERE title = '{book}'");
        await form.Locator("input").FillAsync("2026-04-04");
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(form.Locator("[role=alert] dd")).ToContainTextAsync([new Regex("^4 "), new Regex("^5 ")]);
        await list.LookAsync(language, "list-clash", "412");
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(list.Row(book).Locator("time[datetime='2026-04-04']")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_list_is_worked_through_by_keyboard()
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?f.Title=Book");
        await list.KeyAsync("/");
        await list.Page.Keyboard.TypeAsync("book 2");
        await Expect(list.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=book"));
        // What was sought must have come before it is left again, or it comes while keys are pressed.
        await Expect(list.Count).Not.ToHaveTextAsync("29 rows");
        await list.Page.Locator(".list-bar input[type=search]").ClearAsync();
        await Expect(list.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("q=book"));
        await Expect(list.Count).ToHaveTextAsync("29 rows");
        await list.ReadAsync();
        await list.Page.Locator("h1").ClickAsync();
        foreach (var key in "jjjk") await list.KeyAsync(key.ToString());
        await Expect(list.Page.Locator(":focus")).ToHaveTextAsync("Book 02");
        Assert.NotEqual("none", await list.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        await list.KeyAsync("x");
        await Expect(list.Page.Locator(".list-selection strong")).ToHaveTextAsync("1 selected");
        await list.KeyAsync("x");
        await Expect(list.Page.Locator(".list-selection")).ToBeHiddenAsync();

        await list.KeyAsync("?");
        await Expect(list.Page.Locator("dialog.list-help kbd")).ToHaveTextAsync(["j", "k", "x", "Enter", "/", "Shift", "↵", "?"]);
        await list.Page.GetByLabel("Use single keys").UncheckAsync();
        await list.KeyAsync("Escape");
        await list.KeyAsync("j");
        await Expect(list.Page.Locator("a[data-title]:focus")).ToHaveTextAsync("Book 02");
        await list.Page.Locator("a[data-title]:focus").PressAsync("Enter");
        await Expect(list.Page.Locator("h1")).ToHaveTextAsync("Book 02");
    }

    [Fact]
    public async Task What_the_service_says_against_a_value_stands_beside_it_and_what_it_says_against_another_has_its_name()
    {
        // Country and note are both too long then; the country comes first in the answer.
        await site.SqlAsync("UPDATE library.loans SET country = 'XXX' WHERE title = 'Book 09'");
        var list = await site.OpenAsync($"{ListSite.Loans}?f.Title=Book 09&cols=Title,Note");
        var form = await list.EditAsync(list.Row("Book 09"), "Note");
        await form.Locator("textarea").FillAsync(new string('n', 2_001));
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(form.Locator("textarea[aria-invalid=true]")).ToHaveAccessibleDescriptionAsync(new Regex("^Use at most 2,?000 characters.$"));
        await list.LookAsync("en", "list-invalid", "400");
        await form.Locator("textarea").FillAsync("Short.");
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(form.Locator(".error")).ToHaveTextAsync("Country: Use at most 2 characters.");
        await site.SqlAsync("UPDATE library.loans SET country = 'FR' WHERE title = 'Book 09'");
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(form.Locator("[role=alert] dd").First).ToHaveTextAsync("Short.");
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(list.Row("Book 09")).ToContainTextAsync("Short.");
    }
}
