using System.Net;
using IJJO.Platform;
using IJJO.Submissions.Follow;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;
using IJJO.Platform.Testing;

namespace IJJO.Submissions.Tests;

/// <summary>What a sender does behind the mailed link.</summary>
public sealed class TheStatusPage(SubmissionsHost site) : IClassFixture<SubmissionsHost>
{
    [Fact]
    public async Task The_sender_edits_until_the_evaluation_starts()
    {
        var link = await site.SendAndConfirmAsync("edit@example.org");
        var browser = site.Host.Browser();
        var saved = await browser.SubmitAsync(await browser.OpenAsync(link + "/edit"), [("Proposal", "A network of mediators in six cities.")], "#edit");
        Assert.Contains("Your changes are saved", saved.Text);
        Assert.Contains("six cities", (await site.ProposalAsync("edit@example.org")).Text);

        var open = await browser.OpenAsync(link + "/edit");
        var proposal = await site.ProposalAsync("edit@example.org");
        await site.Host.PublishAsync(new CaseAssigned(proposal.Id));
        await StateIsAsync("edit@example.org", ProposalState.InEvaluation);

        var late = await browser.SubmitAsync(open, [("Proposal", "Too late.")], "#edit");
        Assert.Contains("can no longer be changed", late.Text);
        Assert.Contains("six cities", (await site.ProposalAsync("edit@example.org")).Text);
        Assert.Single(await site.EventsAsync("submissions.proposal-edited.v1", proposal.Id.ToString()));
    }

    [Fact]
    public async Task An_edit_from_a_second_window_does_not_overwrite_the_first()
    {
        var link = await site.SendAndConfirmAsync("windows@example.org");
        var browser = site.Host.Browser();
        var first = await browser.OpenAsync(link + "/edit");
        var second = await browser.OpenAsync(link + "/edit");
        await browser.SubmitAsync(first, [("Proposal", "First.")], "#edit");
        var refused = await browser.SubmitAsync(second, [("Proposal", "Second.")], "#edit");

        Assert.NotNull(refused.Html.QuerySelector(".error-summary"));
        Assert.Equal("First.", (await site.ProposalAsync("windows@example.org")).Text);
    }

    [Fact]
    public async Task The_sender_withdraws_with_a_reason()
    {
        var link = await site.SendAndConfirmAsync("withdraw@example.org");
        var browser = site.Host.Browser();
        var page = await browser.SubmitAsync(await browser.OpenAsync(link + "/withdraw"), [("Reason", "Too early for us.")], "#withdraw");

        var proposal = await site.ProposalAsync("withdraw@example.org");
        Assert.Equal((ProposalState.Withdrawn, "Too early for us."), (proposal.State, proposal.EndReason));
        Assert.Contains("You have withdrawn this proposal", page.Text);
        Assert.Single(await site.EventsAsync("submissions.proposal-withdrawn.v1", proposal.Id.ToString()));
    }

    [Fact]
    public async Task The_page_follows_the_case_through_the_other_modules()
    {
        await site.SendAndConfirmAsync("follow@example.org");
        var id = (await site.ProposalAsync("follow@example.org")).Id;

        await site.Host.PublishAsync(new Decided(id, "action-offered"));
        await StateIsAsync("follow@example.org", ProposalState.Decided);
        await site.Host.PublishAsync(new MessageSent(Guid.NewGuid(), id));
        await StateIsAsync("follow@example.org", ProposalState.Contacted);
        await site.Host.PublishAsync(new OfferAnswered(id, "accepted"));
        await StateIsAsync("follow@example.org", ProposalState.Accepted);
        await site.Host.PublishAsync(new MemberJoined(id));
        await StateIsAsync("follow@example.org", ProposalState.InAction);
        Assert.Equal("action-offered", (await site.ProposalAsync("follow@example.org")).Outcome);
    }

    [Fact]
    public async Task The_page_tells_the_senders_story_in_order_and_nothing_that_is_for_staff()
    {
        var link = await site.SendAndConfirmAsync("story@example.org");
        var browser = site.Host.Browser();
        await browser.SubmitAsync(await browser.OpenAsync(link + "/edit"), [("Proposal", "A network of mediators in seven cities.")], "#edit");
        var id = (await site.ProposalAsync("story@example.org")).Id;
        await site.Host.PublishAsync(new ForStaff(id));
        await site.Host.PublishAsync(new ForTheParty(id));
        string[] all = ["submissions.proposal-submitted.v1", "submissions.proposal-edited.v1", "evaluation.assessment-submitted.v1", "outreach.message-approved.v1"];
        await Eventually.IsTrueAsync(() => site.Host.InScopeAsync<ITimeline, bool>(async timeline =>
            (await timeline.OfCaseAsync(id, forParty: false, default)).Select(entry => entry.EventName).SequenceEqual(all)), "the whole story");

        var steps = (await browser.OpenAsync(link)).Html.QuerySelectorAll(".timeline li");
        Assert.Equal(all.Where(name => name != "evaluation.assessment-submitted.v1"), steps.Select(step => step.GetAttribute("data-event")).OfType<string>());
        Assert.Contains("You sent the proposal", steps[0].TextContent);
        Assert.Contains("upcoming", steps[^1].ClassList);
    }

    [Fact]
    public async Task Taking_back_the_consent_to_be_evaluated_withdraws_the_proposal_and_keeps_the_proof()
    {
        var link = await site.SendAndConfirmAsync("consents@example.org", ("Consents", "evaluate"), ("Consents", "newsletter"));
        var browser = site.Host.Browser();
        await browser.SubmitAsync(await browser.OpenAsync(link + "/consents"), [("Consents", "newsletter")], "#consents");

        var proposal = await site.ProposalAsync("consents@example.org");
        Assert.Equal(ProposalState.Withdrawn, proposal.State);
        var answers = await site.DbAsync(db => db.Consents.Where(c => c.PartyId == proposal.PartyId && c.Purpose == "evaluate").OrderBy(c => c.At).Select(c => c.Given).ToListAsync());
        Assert.Equal([true, false], answers);
    }

    [Fact]
    public async Task The_sender_takes_a_copy_of_everything()
    {
        var link = await site.SendAndConfirmAsync("copy@example.org");
        var answer = await site.Host.Browser().Http.GetAsync(new Uri(link).PathAndQuery + "/export");

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        var json = await answer.Content.ReadAsStringAsync();
        Assert.Contains("copy@example.org", json);
        Assert.Contains("A network of mediators", json);
        Assert.Contains("\"purpose\": \"evaluate\"", json);
    }

    [Fact]
    public async Task Erasing_leaves_nothing_of_the_person_in_the_tables()
    {
        var link = await site.SendAndConfirmAsync("canary-qz31@example.org", ("Name", "Canaryqz31"), ("Proposal", "Textqz31"), ("Kind", "entity"), ("EntityName", "Entityqz31"));
        var party = (await site.ProposalAsync("canary-qz31@example.org")).PartyId!.Value;
        var browser = site.Host.Browser();
        var goodbye = await browser.SubmitAsync(await browser.OpenAsync(link + "/erase"), [("Sure", "true")], "#erase");

        Assert.Contains("erased", goodbye.Text);
        Assert.Equal(HttpStatusCode.Gone, (await browser.OpenAsync(link)).Status);
        var left = await site.DbAsync(db => db.Database.SqlQuery<string>(
            $"""
             SELECT line AS "Value" FROM (
               SELECT p::text AS line FROM submissions.proposals p UNION ALL SELECT p::text FROM submissions.parties p UNION ALL SELECT c::text FROM submissions.consents c
               UNION ALL SELECT d::text FROM submissions.drafts d UNION ALL SELECT l::text FROM submissions.access_links l) AS everything
             WHERE line ILIKE '%qz31%'
             """).ToListAsync());
        Assert.Empty(left);
        Assert.Single(await site.EventsAsync("submissions.party-erased.v1", party.ToString()));
    }

    [Fact]
    public async Task A_link_that_nobody_has_mailed_explains_how_to_get_one()
    {
        var page = await site.Host.Browser().OpenAsync("/en/proposals/not-a-link");

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.NotNull(page.Html.QuerySelector("a[href='/en/collaborate/link']"));
    }

    [Fact]
    public async Task Pressing_confirm_and_erase_twice_is_answered_with_a_page()
    {
        await site.SendAsync("twice-pressed@example.org");
        var link = (await site.MailsAsync("twice-pressed@example.org"))[0].Link;
        var browser = site.Host.Browser();
        var confirm = await browser.OpenAsync(link);
        await browser.SubmitAsync(confirm, [], "#confirm");
        Assert.Contains("Your proposal", (await browser.SubmitAsync(confirm, [], "#confirm")).Text);

        var erase = await browser.OpenAsync(link + "/erase");
        await browser.SubmitAsync(erase, [("Sure", "true")], "#erase");
        Assert.Contains("This link does not work", (await browser.SubmitAsync(erase, [("Sure", "true")], "#erase")).Text);
    }

    [Fact]
    public async Task Asking_for_a_new_link_says_the_same_whether_the_address_is_known_or_not()
    {
        await site.SendAndConfirmAsync("lost@example.org");
        var browser = site.Host.Browser();
        var known = await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate/link"), [("Email", "lost@example.org")], "#link");
        var unknown = await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate/link"), [("Email", "stranger@example.org")], "#link");

        Assert.Equal(known.Text, unknown.Text);
        Assert.Empty(await site.MailsAsync("stranger@example.org"));
        var mail = (await site.MailsAsync("lost@example.org"))[^1];
        var link = mail.Model.GetProperty("proposals")[0].GetProperty("link").GetString()!;
        Assert.Contains("Your proposal", (await browser.OpenAsync(link)).Text);
    }

    [Fact]
    public async Task A_stranger_whose_address_was_used_throws_the_proposal_away()
    {
        await site.SendAsync("stranger2@example.org");
        var link = (await site.MailsAsync("stranger2@example.org"))[0].Link;
        var browser = site.Host.Browser();
        await browser.SubmitAsync(await browser.OpenAsync(link), [], "#discard");

        Assert.Equal(0, await site.DbAsync(db => db.Proposals.CountAsync(p => p.Email == "stranger2@example.org")));
    }

    [EventName("evaluation.assessment-submitted.v1")]
    private sealed record ForStaff(Guid CaseId) : ITimelineEvent
    {
        IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
        Guid? ITimelineEvent.Party => null;
    }

    [EventName("outreach.message-approved.v1")]
    private sealed record ForTheParty(Guid CaseId) : ITimelineEvent
    {
        IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
        Guid? ITimelineEvent.Party => null;
        bool ITimelineEvent.ShownToParty => true;
    }

    private Task StateIsAsync(string email, string state) =>
        Eventually.IsTrueAsync(async () => (await site.ProposalAsync(email)).State == state, $"the proposal of {email} to be {state}");
}
