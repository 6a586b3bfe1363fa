using System.Globalization;
using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.Outreach.Tests;

public sealed class DecisionMailTests
{
    [Fact]
    public async Task A_decision_waits_as_a_draft_in_the_partys_language_until_a_person_approves_it()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();
        var page = await site.Coordinator().OpenAsync($"/staff/outreach/messages/{decided.MessageId}");

        Assert.Equal("draft", await site.StateOfAsync(decided));
        Assert.Empty(await site.MailsAsync());
        Assert.Contains("Justicia restaurativa", page.Html.QuerySelector("iframe")!.GetAttribute("srcdoc")!, StringComparison.Ordinal);

        await site.ApprovedAsync(decided);
        var mail = await site.MailAsync();

        Assert.StartsWith("Su propuesta S-2026-00042", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Fundación", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"https://evil.example", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Null(mail.Headers["Auto-Submitted"]);
        await Eventually.IsTrueAsync(async () => await site.StateOfAsync(decided) == "sent", "the message to be sent");
        Assert.Equal("1", await site.AskAsync("SELECT count(*)::text FROM outreach.__outbox WHERE name = 'outreach.message-sent.v1'"));
    }

    [Theory]
    [InlineData("action-offered", "peer-review")]
    [InlineData("roster", null)]
    [InlineData("referred", null)]
    [InlineData("declined", null)]
    public async Task Every_outcome_has_its_message(string outcome, string? action)
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync(outcome, action, inGroup: false, language: "fr");

        Assert.Equal("draft", await site.StateOfAsync(decided));
        Assert.Contains("S-2026-00042", await site.AskAsync("SELECT subject FROM outreach.message"), StringComparison.Ordinal);
        Assert.Contains("Cordialement", await site.AskAsync("SELECT body FROM outreach.message"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_approved_for_a_time_leaves_at_that_time_and_not_before()
    {
        await using var site = await OutreachSite.StartAsync("Organisation:TimeZone=UTC");
        var decided = await site.DecideAsync();
        var browser = site.Coordinator();
        var page = await browser.OpenAsync($"/staff/outreach/messages/{decided.MessageId}");
        // Ahead enough for a slow machine to send the form and look into the mailbox before.
        var at = DateTimeOffset.UtcNow.AddSeconds(30);

        page = await browser.SubmitAsync(page, [("SendAt", at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture))], "#schedule");
        Assert.Equal("scheduled", await site.StateOfAsync(decided));
        Assert.Empty(await site.MailsAsync());
        await site.MailAsync();

        Assert.True(DateTimeOffset.UtcNow >= at.AddSeconds(-1));
        await Eventually.IsTrueAsync(async () => await site.AskAsync("SELECT state FROM outreach.delivery WHERE settled_at >= due_at") == "accepted", "the ledger to say so");
        Assert.Single(await site.MailsAsync());
        Assert.Contains("Carla", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scheduled_message_can_be_called_back()
    {
        await using var site = await OutreachSite.StartAsync("Organisation:TimeZone=UTC");
        var decided = await site.DecideAsync();
        var browser = site.Coordinator();
        var page = await browser.OpenAsync($"/staff/outreach/messages/{decided.MessageId}");
        page = await browser.SubmitAsync(page, [("SendAt", DateTime.UtcNow.AddDays(1).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture))], "#schedule");

        await browser.SubmitAsync(page, [], "#cancel");

        Assert.Equal("cancelled", await site.StateOfAsync(decided));
        Assert.Equal("cancelled", await site.AskAsync("SELECT state FROM outreach.delivery"));
    }

    [Fact]
    public async Task A_time_that_is_over_is_refused_beside_its_field()
    {
        await using var site = await OutreachSite.StartAsync("Organisation:TimeZone=Asia/Kathmandu");
        var decided = await site.DecideAsync();
        var browser = site.Coordinator();
        var page = await browser.OpenAsync($"/staff/outreach/messages/{decided.MessageId}");
        Assert.Contains("Asia/Kathmandu", page.Html.QuerySelector("#schedule-SendAt-hint")!.TextContent);

        page = await browser.SubmitAsync(page, [("SendAt", "2020-01-01T09:00")], "#schedule");

        Assert.NotNull(page.Html.QuerySelector("#schedule-SendAt-error"));
        Assert.Equal("2020-01-01T09:00", page.Html.QuerySelector("#schedule-SendAt")!.GetAttribute("value"));
        Assert.Equal("draft", await site.StateOfAsync(decided));
    }

    [Fact]
    public async Task A_text_without_its_answer_link_is_not_approved()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();
        var browser = site.Coordinator();
        var page = await browser.OpenAsync($"/staff/outreach/messages/{decided.MessageId}");
        page = await browser.SubmitAsync(page, [("Subject", "Otro asunto"), ("Body", "Estimada Ana: le escribiremos.")], "#edit");

        page = await browser.SubmitAsync(page, [], "#approve");

        Assert.Equal("draft", await site.StateOfAsync(decided));
        Assert.Contains("/es/answer/link", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_edited_a_message_does_not_approve_it_where_four_eyes_are_the_rule()
    {
        await using var site = await OutreachSite.StartAsync("Outreach:FourEyes=true");
        var decided = await site.DecideAsync();
        var path = $"/staff/outreach/messages/{decided.MessageId}";
        var diego = site.Coordinator("Diego");

        await diego.SubmitAsync(await diego.OpenAsync(path), [], "#approve");
        Assert.Equal("draft", await site.StateOfAsync(decided));

        await site.ApprovedAsync(decided);
        await site.MailAsync();
    }

    [Fact]
    public async Task A_page_filled_before_somebody_else_saved_changes_nothing()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();
        var path = $"/staff/outreach/messages/{decided.MessageId}";
        var (one, two) = (site.Coordinator("Eva"), site.Coordinator("Femi"));
        var (first, second) = (await one.OpenAsync(path), await two.OpenAsync(path));

        await one.SubmitAsync(first, [("Subject", "Primero")], "#edit");
        var late = await two.SubmitAsync(second, [("Subject", "Segundo")], "#edit");

        Assert.Equal("Primero", await site.AskAsync("SELECT subject FROM outreach.message"));
        Assert.Equal("Segundo", late.Html.QuerySelector("#edit-Subject")!.GetAttribute("value"));
        Assert.NotNull(late.Html.QuerySelector(".error-summary, [role=alert]"));
    }

    [Fact]
    public async Task Only_staff_with_the_permission_see_a_message()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();

        var page = await site.Host.Browser(TestPerson.Staff("Eva", "outreach.suppress")).OpenAsync($"/staff/outreach/messages/{decided.MessageId}");

        Assert.NotEqual(HttpStatusCode.OK, page.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Coordinator().OpenAsync($"/staff/outreach/messages/{Guid.NewGuid()}")).Status);
    }

    [Fact]
    public async Task Reopening_a_case_calls_its_message_back()
    {
        await using var site = await OutreachSite.StartAsync();
        var decided = await site.DecideAsync();

        await site.Host.PublishAsync(new ReopenedSent(decided.CaseId, decided.PartyId, decided.DecisionId, "New facts.", "Diego"));

        await Eventually.IsTrueAsync(async () => await site.StateOfAsync(decided) == "cancelled", "the message to be called back");
    }
}
