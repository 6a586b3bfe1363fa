using System.Net;

namespace IJJO.Platform.Tests.Boards.Views;

public sealed class SavedViewTests(ViewSite site)
{
    private const string List = ViewSite.List;

    [Fact]
    public async Task A_saved_list_is_a_tab_with_its_count_and_its_address_opens_the_same_rows()
    {
        var ana = await site.PersonAsync();
        var saved = await ana.SaveAsync("view=out&f.Country=FR&sort=-Title&after=x", "Lent in France");
        Assert.Contains("The view is saved.", saved.Text);

        var list = await ana.OpenAsync($"{List}?view={ViewReader.KeyOf(saved)}");

        Assert.Equal($"{List}?f.Country=FR&sort=-Title&view=out", list.Path);
        Assert.All(list.Html.QuerySelectorAll("tbody tr"), row => Assert.Contains("France", row.TextContent));
        var tab = list.Html.QuerySelector(".tabs a[aria-current=page]")!;
        Assert.StartsWith("Lent in France", tab.TextContent);
        Assert.Equal(list.Html.QuerySelectorAll("tbody tr").Length.ToString(), tab.QuerySelector(".count")!.TextContent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Twice")]
    [InlineData("twice")]
    [InlineData("12345678901234567890123456789012345678901234567890123456789012345678901234567890x")]
    public async Task A_name_that_cannot_be_is_said_beside_its_field_and_kept(string name)
    {
        var ana = await site.PersonAsync();
        await ana.SaveAsync("f.State=in", "Twice");

        var page = await ana.SaveAsync("f.State=out", name);

        Assert.NotNull(page.Html.QuerySelector("[id$='-Name'][aria-invalid=true]"));
        Assert.Equal(name, page.Html.QuerySelector("[id$='-Name']")!.GetAttribute("value") ?? "");
    }

    [Fact]
    public async Task A_view_is_renamed_replaced_by_the_present_list_and_deleted()
    {
        var ana = await site.PersonAsync();
        var key = await ana.SaveKeyAsync("f.Country=FR", "Before");
        await ana.Browser.SubmitAsync(await ana.SettingsAsync(key), [("Name", "After")], "#change-view");
        await ana.Browser.SubmitAsync(await ana.OpenAsync($"{List}/views/save?f.Country=ES"), [("View", key)], "#replace-view");

        var page = await ana.OpenAsync($"{List}?view={key}");
        Assert.EndsWith("?f.Country=ES", page.Path);
        Assert.Contains(ViewReader.Tabs(page), tab => tab.StartsWith("After", StringComparison.Ordinal));
        Assert.DoesNotContain(ViewReader.Tabs(page), tab => tab.StartsWith("Before", StringComparison.Ordinal));

        var deleted = await ana.Browser.SubmitAsync(await ana.SettingsAsync(key), [], "#delete-view");
        Assert.Contains("The view is deleted.", deleted.Text);
        Assert.Contains("no longer there", (await ana.OpenAsync($"{List}?view={key}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.Http.GetAsync($"{List}/export.csv?view={key}", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Two_who_change_a_view_at_once_do_not_overwrite_each_other_unseen()
    {
        var ana = await site.PersonAsync();
        var key = await ana.SaveKeyAsync("f.Country=FR", "Mine");
        var (first, second) = (await ana.SettingsAsync(key), await ana.SettingsAsync(key));
        await ana.Browser.SubmitAsync(first, [("Name", "First")], "#change-view");

        var clash = await ana.Browser.SubmitAsync(second, [("Name", "Second")], "#change-view");

        Assert.NotNull(clash.Html.QuerySelector("#change-view [role=alert]"));
        Assert.Equal("First", (await ana.SettingsAsync(key)).Html.QuerySelector("h1")!.TextContent);
        Assert.Equal("Second", (await ana.Browser.SubmitAsync(clash, [], "#change-view")).Html.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_export_of_a_views_address_has_the_views_rows()
    {
        var ana = await site.PersonAsync();
        var key = await ana.SaveKeyAsync("f.Country=FR", "French");

        var redirect = await ana.Browser.Http.GetAsync($"{List}/export.csv?view={key}", TestContext.Current.CancellationToken);
        var csv = await ana.Browser.Http.GetStringAsync(redirect.Headers.Location!.ToString(), TestContext.Current.CancellationToken);

        Assert.All(csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1), line => Assert.Contains("France", line));
    }

    [Fact]
    public async Task A_personal_view_is_nobody_elses_until_it_is_shared_and_stays_when_its_owner_leaves()
    {
        var (ana, eva) = (await site.PersonAsync(), await site.PersonAsync());
        var key = await ana.SaveKeyAsync("f.Country=FR", $"Shared {Guid.NewGuid():N}");
        Assert.Contains("not shared with you", (await eva.OpenAsync($"{List}?view={key}")).Text);
        Assert.Equal(HttpStatusCode.NotFound, await eva.StatusAsync($"{List}/views/{key}"));

        await ana.ShareAsync(key, "everyone");
        Assert.EndsWith("?f.Country=FR", (await eva.OpenAsync($"{List}?view={key}")).Path);
        Assert.Null((await eva.SettingsAsync(key)).Html.QuerySelector("#change-view"));

        await site.LeaveAsync(ana);
        var left = await eva.SettingsAsync(key);
        Assert.Contains("Shared by Ana Roca", left.Text);
        var copy = await eva.Browser.SubmitAsync(left, [("Name", "My copy")], "#copy-view");
        Assert.Contains("your own copy", copy.Text);
        Assert.NotEqual(key, ViewReader.KeyOf(copy));
        Assert.NotNull(copy.Html.QuerySelector("#change-view"));

        var administrator = await site.PersonAsync(Roles.Administrator);
        Assert.Contains("The view is deleted.", (await administrator.Browser.SubmitAsync(await administrator.SettingsAsync(key), [], "#delete-view")).Text);
        Assert.Equal(HttpStatusCode.NotFound, await eva.StatusAsync($"{List}/views/{key}"));
    }

    [Fact]
    public async Task A_view_shared_with_a_role_is_seen_by_that_role_only()
    {
        var (ana, same, other) = (await site.PersonAsync(), await site.PersonAsync(), await site.PersonAsync(Roles.Convener));
        var key = await ana.SaveKeyAsync("f.Country=FR", $"For conveners {Guid.NewGuid():N}");
        var missing = await ana.ShareAsync(key, "role");
        Assert.NotNull(missing.Html.QuerySelector("[id$='-SharedRole'][aria-invalid=true]"));

        await ana.ShareAsync(key, "role", Roles.Convener);

        Assert.Equal(HttpStatusCode.OK, await other.StatusAsync($"{List}/views/{key}"));
        Assert.Equal(HttpStatusCode.NotFound, await same.StatusAsync($"{List}/views/{key}"));
    }

    [Fact]
    public async Task Who_may_not_share_is_offered_none_and_a_forged_form_is_refused()
    {
        var convener = await site.PersonAsync(Roles.Convener);
        var key = await convener.SaveKeyAsync("f.Country=FR", "Mine");
        var page = await convener.SettingsAsync(key);
        Assert.Null(page.Html.QuerySelector("[name=Sharing]"));

        var forged = await convener.Browser.SubmitAsync(page, [("Sharing", "everyone")], "#change-view");

        Assert.Contains("may not share", forged.Text);
    }

    [Fact]
    public async Task A_list_opens_with_the_view_that_somebody_has_chosen_and_all_rows_stay_one_click_away()
    {
        var (ana, eva) = (await site.PersonAsync(), await site.PersonAsync());
        var key = await ana.SaveKeyAsync("f.Country=FR", "First");
        await ana.Browser.SubmitAsync(await ana.SettingsAsync(key), [], "#default-view");

        var list = await ana.OpenAsync(List);
        Assert.EndsWith("?f.Country=FR", list.Path);
        var all = list.Html.QuerySelector(".tabs a")!.GetAttribute("href")!;
        Assert.Contains("Spain", (await ana.OpenAsync(all)).Html.QuerySelector("tbody")!.TextContent);
        Assert.Equal(List, (await eva.OpenAsync(List)).Path);

        await ana.Browser.SubmitAsync(await ana.SettingsAsync("out"), [], "#default-view");
        Assert.EndsWith("?view=out", (await ana.OpenAsync(List)).Path);
        await ana.Browser.SubmitAsync(await ana.SettingsAsync("out"), [], "#default-view");
        Assert.Equal(List, (await ana.OpenAsync(List)).Path);
    }

    [Fact]
    public async Task Thirty_views_of_a_list_are_enough_for_one_person()
    {
        var ana = await site.PersonAsync();
        await site.SqlAsync("""
            INSERT INTO platform.saved_view (id, owner_id, module, set, permission, name, query, sharing, changed_at)
            SELECT gen_random_uuid(), $1, 'library', 'Loans', 'library.read', 'View ' || n, '', 'private', now() FROM generate_series(1, 30) AS n
            """, ana.Id);

        Assert.Contains("You have 30 views of this list.", (await ana.SaveAsync("f.Country=FR", "One more")).Text);
    }

    [Fact]
    public async Task A_view_that_no_longer_fits_says_so_and_loses_nothing()
    {
        var ana = await site.PersonAsync();
        var key = await ana.SaveKeyAsync("f.Country=FR", "Old");
        // As if the module had had a property Shelf in an earlier version.
        await site.SqlAsync("UPDATE platform.saved_view SET query = 'f.Country=FR&f.Shelf=A' WHERE id = $1", Guid.Parse(key));

        var settings = await ana.SettingsAsync(key);
        Assert.Contains("no longer understands Shelf", settings.Text);
        Assert.Contains("does not understand Shelf", (await ana.OpenAsync($"{List}?view={key}")).Text);
        await ana.Browser.SubmitAsync(settings, [("Name", "Renamed")], "#change-view");
        Assert.Contains("no longer understands Shelf", (await ana.SettingsAsync(key)).Text);
        var refused = await ana.Browser.SubmitAsync(await ana.SettingsAsync(key), [], "#make-feed");
        Assert.Null(refused.Html.QuerySelector("#feed"));

        var saving = await ana.OpenAsync($"{List}/views/save?f.Country=FR&f.Shelf=A");
        Assert.Contains("does not understand Shelf", saving.Text);
        await ana.Browser.SubmitAsync(saving, [("View", key)], "#replace-view");
        Assert.DoesNotContain("no longer understands", (await ana.SettingsAsync(key)).Text);
    }

    [Fact]
    public async Task Who_may_not_read_the_list_gets_none_of_its_views()
    {
        var (ana, evaluator) = (await site.PersonAsync(), await site.PersonAsync(Roles.Evaluator));
        var key = await ana.SaveKeyAsync("f.Country=FR", $"Everyone {Guid.NewGuid():N}");
        await ana.ShareAsync(key, "everyone");

        foreach (var path in new[] { $"{List}?view={key}", $"{List}/views", $"{List}/views/save", $"{List}/views/{key}" })
            Assert.Equal(HttpStatusCode.Forbidden, await evaluator.StatusAsync(path));
        Assert.DoesNotContain(key, await evaluator.Browser.Http.GetStringAsync("/odata/platform/Views", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("en", "Views of Loans", "None yet.")]
    [InlineData("es", "Vistas de Préstamos", "Ninguna todavía.")]
    [InlineData("fr", "Vues de Prêts", "Aucune pour l’instant.")]
    public async Task The_page_of_views_speaks_the_readers_language_and_says_how_to_begin(string language, string title, string empty)
    {
        var page = await (await site.PersonAsync()).OpenAsync($"{List}/views?lang={language}");
        Assert.Equal(title, page.Html.QuerySelector("h1")!.TextContent);
        Assert.Contains(empty, page.Text);
    }
}
