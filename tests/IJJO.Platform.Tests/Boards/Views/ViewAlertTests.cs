using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Tests.Boards.Views;

public sealed class ViewAlertTests(ViewSite site)
{
    [Fact]
    public async Task Rows_that_are_there_are_not_mailed_and_new_ones_are_once()
    {
        var (ana, country, name) = await FollowedAsync("NO");
        await site.LookAsync();
        Assert.Equal(0, await site.MailsAskedAsync(ana));

        for (var i = 1; i <= 11; i++) await site.AddLoanAsync($"Saga {i:00}", country);
        await site.LookAsync();
        await site.LookAsync();

        Assert.Equal(1, await site.MailsAskedAsync(ana));
        var mail = await site.MailAsync($"11 new in “{name}”");
        Assert.Contains("Saga 11", mail.Text);
        Assert.DoesNotContain("Saga 01", mail.Text);
        Assert.Contains("And 1 more.", mail.Text);
    }

    [Fact]
    public async Task Two_hosts_that_look_at_once_ask_for_one_mail()
    {
        var (ana, country, _) = await FollowedAsync("SE");
        await site.AddLoanAsync("One", country);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.LookAsync()));
        Assert.Equal(1, await site.MailsAskedAsync(ana));
    }

    [Fact]
    public async Task A_mail_without_names_says_how_many_and_where()
    {
        var (_, country, name) = await FollowedAsync("FI", names: false);
        await site.AddLoanAsync("Secret title", country);
        await site.LookAsync();

        var mail = await site.MailAsync($"1 new in “{name}”");
        Assert.Contains("one row has come", mail.Text);
        Assert.DoesNotContain("Secret title", mail.Text);
    }

    [Fact]
    public async Task A_row_that_comes_back_is_new_and_another_list_under_the_same_name_is_not()
    {
        var (ana, country, _) = await FollowedAsync("DK");
        await site.AddLoanAsync("Wanderer", country);
        await site.LookAsync();
        await site.SqlAsync("UPDATE library.loans SET country = 'XX' WHERE title = 'Wanderer'");
        await site.LookAsync();
        await site.SqlAsync("UPDATE library.loans SET country = $1 WHERE title = 'Wanderer'", country);
        await site.LookAsync();
        Assert.Equal(2, await site.MailsAskedAsync(ana));

        await site.SqlAsync("UPDATE platform.saved_view SET query = 'f.Country=FR' WHERE owner_id = $1", ana.Id);
        await site.LookAsync();
        Assert.Equal(2, await site.MailsAskedAsync(ana));
    }

    [Theory]
    [InlineData("LeaveAsync")]
    [InlineData("LoseRoleAsync")]
    public async Task Who_may_no_longer_read_gets_no_mail_and_the_alert_is_off_with_its_reason(string how)
    {
        var (ana, country, _) = await FollowedAsync("IS");
        await (how == "LeaveAsync" ? site.LeaveAsync(ana) : site.LoseRoleAsync(ana));
        await site.AddLoanAsync("Too late", country);

        await site.LookAsync();

        Assert.Equal(0, await site.MailsAskedAsync(ana));
        Assert.Equal(1, await site.SqlAsync("UPDATE platform.view_alert SET view = view WHERE account_id = $1 AND off_reason = 'may-not-read'", ana.Id));
        if (how == "LoseRoleAsync") Assert.Contains("may no longer read this list", (await ana.OpenAsync("/staff/account")).Text);
    }

    [Fact]
    public async Task An_alert_whose_view_no_longer_fits_goes_off_instead_of_mailing_everything()
    {
        var (ana, _, _) = await FollowedAsync("LV");
        await site.SqlAsync("UPDATE platform.saved_view SET query = 'f.Shelf=A' WHERE owner_id = $1", ana.Id);
        await site.LookAsync();
        Assert.Equal(0, await site.MailsAskedAsync(ana));
        Assert.Contains("Replace the view, then start it again", (await ana.OpenAsync("/staff/account")).Text);
    }

    [Fact]
    public async Task A_view_of_too_many_rows_is_not_followed_and_one_that_grows_too_large_goes_off()
    {
        var (ana, country, _) = await FollowedAsync("GR");
        await site.SqlAsync("INSERT INTO library.loans (id, title, country, state) SELECT gen_random_uuid(), 'Crowd ' || n, $1, 'in' FROM generate_series(1, 10000) AS n", country);

        await site.LookAsync();

        Assert.Equal(0, await site.MailsAskedAsync(ana));
        Assert.Contains("The view has more than 10,000 rows", (await ana.OpenAsync("/staff/account")).Text);
        var eva = await site.PersonAsync();
        var page = await eva.SettingsAsync(await eva.SaveKeyAsync($"f.Country={country}", "Crowd"));
        Assert.Contains("The view has more than 10,000 rows. Narrow it first.", (await eva.Browser.SubmitAsync(page, [("Rhythm", "AtOnce")], "#start-alert")).Text);
    }

    [Fact]
    public async Task One_view_that_fails_holds_up_no_other()
    {
        var (broken, country, _) = await FollowedAsync("EE");
        var (ana, _, _) = await FollowedAsync("EE");
        // No culture has this name. The alert is the older one, and comes first.
        await site.SqlAsync("UPDATE identity.account SET language = '!!' WHERE id = $1", broken.Id);
        await site.AddLoanAsync("For one", country);

        await site.LookAsync();

        Assert.Equal((0, 1), (await site.MailsAskedAsync(broken), await site.MailsAskedAsync(ana)));
        await site.SqlAsync("UPDATE identity.account SET language = 'en' WHERE id = $1", broken.Id);
        await site.LookAsync();
        Assert.Equal(1, await site.MailsAskedAsync(broken));
    }

    [Fact]
    public async Task The_link_in_a_mail_stops_it_by_a_button_and_opening_it_changes_nothing()
    {
        var (ana, country, name) = await FollowedAsync("LT");
        await site.AddLoanAsync("First", country);
        await site.LookAsync();
        var mail = await site.MailAsync($"1 new in “{name}”");
        var link = mail.Html.QuerySelectorAll("#links + ul a").Select(one => one.GetAttribute("href")!).Single(href => href.Contains("/alerts/", StringComparison.Ordinal));
        var stranger = site.Host.Browser();

        var page = await stranger.OpenAsync(link);
        await site.AddLoanAsync("Second", country);
        await site.LookAsync();
        Assert.Equal(2, await site.MailsAskedAsync(ana));

        var done = await stranger.SubmitAsync(page, [], "#stop-alert");
        Assert.Contains("You get no more of these mails.", done.Text);
        await site.AddLoanAsync("Third", country);
        await site.LookAsync();
        Assert.Equal(2, await site.MailsAskedAsync(ana));
        Assert.Contains("You stopped it from a mail.", (await ana.OpenAsync("/staff/account")).Text);
        Assert.Contains("nothing to stop", (await stranger.OpenAsync("/en/alerts/nonsense")).Text);
    }

    [Theory]
    [InlineData("2026-03-01T04:59:59Z", "2026-03-01T05:00:00Z")]
    [InlineData("2026-03-01T05:00:00Z", "2026-03-02T05:00:00Z")]
    [InlineData("2026-12-31T23:00:00Z", "2027-01-01T05:00:00Z")]
    public void A_daily_mail_waits_for_the_next_morning(string now, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next), IJJO.Platform.Boards.AlertTimes.Next(IJJO.Platform.Boards.AlertRhythm.Daily, DateTimeOffset.Parse(now)));

    [Fact]
    public void The_job_looks_by_itself_each_minute() => Assert.Contains(
        site.Host.Services.GetRequiredService<IJJO.Platform.Jobs.JobRegistry>().Recurring, job => job is { Module: "platform", Job: { Name: "watch-views", Cron: "* * * * *" } });

    private async Task<(ViewReader Person, string Country, string Name)> FollowedAsync(string country, bool names = true)
    {
        var (ana, name) = (await site.PersonAsync(), $"Watched {Guid.NewGuid():N}");
        await site.AddLoanAsync("There before", country);
        var page = await ana.SettingsAsync(await ana.SaveKeyAsync($"f.Country={country}", name));
        (string, string)[] fields = names ? [("Rhythm", "AtOnce"), ("NamesRows", "true")] : [("Rhythm", "AtOnce")];
        await ana.Browser.SubmitAsync(page, fields, "#start-alert");
        return (ana, country, name);
    }
}
