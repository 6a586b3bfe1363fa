using IJJO.Submissions.Jobs;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Tests;

/// <summary>Unfinished forms, and what the nightly jobs do with what stays unfinished.</summary>
public sealed class Drafts(SubmissionsHost site) : IClassFixture<SubmissionsHost>
{
    [Fact]
    public async Task An_empty_form_can_be_saved()
    {
        var browser = site.Host.Browser();
        var saved = await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate"), [("Step", "save")], "#collaborate");

        Assert.StartsWith("/en/collaborate/draft/", saved.Path);
        Assert.Contains("The address of this page is your draft", saved.Text);
    }

    [Fact]
    public async Task A_draft_is_mailed_resumed_on_another_device_and_gone_once_sent()
    {
        var browser = site.Host.Browser();
        await browser.SubmitAsync(
            await browser.OpenAsync("/es/collaborate"), [("Step", "save"), ("Email", "draft@example.org"), ("Proposal", "Una red"), ("Themes", "mediation"), ("Country", "")], "#collaborate");
        var mail = Assert.Single(await site.MailsAsync("draft@example.org"));
        Assert.Equal(("submissions.draft", "es"), (mail.Template, mail.Language));

        var other = site.Host.Browser();
        var resumed = await other.OpenAsync(mail.Link);
        Assert.Equal("Una red", resumed.Html.QuerySelector("#collaborate-Proposal")!.TextContent);
        Assert.NotNull(resumed.Html.QuerySelector("input[name=Themes][value=mediation][checked]"));

        await other.SubmitAsync(resumed, site.Filled("draft@example.org"), "#collaborate");
        Assert.NotNull(await site.ProposalAsync("draft@example.org"));
        Assert.Equal(0, await site.DbAsync(db => db.Drafts.CountAsync(d => d.Email == "draft@example.org")));
    }

    [Fact]
    public async Task Saving_again_keeps_the_draft_and_mails_no_second_link()
    {
        var browser = site.Host.Browser();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate"), [("Step", "save"), ("Email", "once@example.org")], "#collaborate");
        var again = await browser.SubmitAsync(page, [("Step", "save"), ("Name", "Ana")], "#collaborate");

        Assert.Equal(page.Path.Split('?')[0], again.Path.Split('?')[0]);
        Assert.Equal("Ana", again.Html.QuerySelector("#collaborate-Name")!.GetAttribute("value"));
        Assert.Single(await site.MailsAsync("once@example.org"));
    }

    [Fact]
    public async Task A_forgotten_draft_is_reminded_of_once()
    {
        var browser = site.Host.Browser();
        await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate"), [("Step", "save"), ("Email", "forgotten@example.org")], "#collaborate");
        await site.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE submissions.drafts SET saved_at = now() - interval '5 days' WHERE email = 'forgotten@example.org'"));
        foreach (var _ in new[] { 1, 2 }) await site.Host.InScopeAsync<RemindDrafts>(job => job.RunAsync(null, default));

        Assert.Equal(["submissions.draft", "submissions.draft-reminder"], (await site.MailsAsync("forgotten@example.org")).Select(mail => mail.Template));
    }

    [Fact]
    public async Task What_nobody_confirms_is_forgotten_after_thirty_days()
    {
        await site.SendAsync("unconfirmed@example.org");
        await site.SendAndConfirmAsync("kept@example.org");
        await site.DbAsync(db => db.Database.ExecuteSqlAsync($"UPDATE submissions.proposals SET state_at = now() - interval '31 days' WHERE email IN ('unconfirmed@example.org', 'kept@example.org')"));
        await site.Host.InScopeAsync<Purge>(job => job.RunAsync(null, default));

        Assert.Equal(["kept@example.org"], await site.DbAsync(db => db.Proposals.Where(p => p.Email.StartsWith("unconfirmed") || p.Email.StartsWith("kept")).Select(p => p.Email).ToListAsync()));
        Assert.Equal(ProposalState.Screening, (await site.ProposalAsync("kept@example.org")).State);
    }
}
