using System.Net;
using System.Text.Json;
using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Groups;
using IJJO.Platform.Events;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Tests;

public sealed class FromProposalToDecision(EvaluationHost evaluation)
{
    [Fact]
    public async Task A_case_is_assigned_scored_and_decided_on_plain_pages()
    {
        var sent = await evaluation.ArriveAsync();
        var group = await GroupAsync();

        var assigned = await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        Assert.Contains("Nora Whitfield", assigned.Text);
        var queue = await evaluation.Host.Browser(evaluation.Nora).OpenAsync("/staff/evaluation/queue");
        Assert.Contains(sent.Reference, queue.Text);

        await evaluation.ScoreAsync(sent.CaseId, evaluation.Nora, 4, "Sound and ready.");
        var scored = JsonDocument.Parse(await PublishedAsync("evaluation.assessment-submitted.v1", sent.CaseId)).RootElement.GetProperty("linesOfWork");
        Assert.Equal(scored.EnumerateArray().Select(line => line.GetString()).Distinct().Count(), scored.GetArrayLength());
        var browser = evaluation.Host.Browser(evaluation.Coordinator);
        var page = await browser.OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        Assert.Contains("Sound and ready.", page.Text);
        Assert.Contains("To decide", page.Text);

        (string, string)[] decision = [("Outcome", "action-offered"), ("Action", "join-working-group"), ("GroupId", group.ToString()), ("Reason", "Su propuesta nos convence.")];
        var preview = await browser.SubmitAsync(page, decision, "#decide", "button[value=preview]");
        Assert.Contains("become a member of “Restorative practices”", preview.Text);
        var other = evaluation.Host.Browser(evaluation.Coordinator);
        other.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("es");
        var inSpanish = await other.SubmitAsync(await other.OpenAsync($"/staff/evaluation/cases/{sent.CaseId}"), decision, "#decide", "button[value=preview]");
        Assert.Contains("miembro de «Prácticas restaurativas»", inSpanish.Text);
        Assert.Equal(CaseState.ToDecide, await StateAsync(sent.CaseId));

        await browser.SubmitAsync(preview, [], "#decide", "button[value=apply]");
        Assert.Equal(CaseState.Decided, await StateAsync(sent.CaseId));
        var payload = JsonDocument.Parse(await PublishedAsync("evaluation.decided.v1", sent.CaseId)).RootElement;
        Assert.Equal("join-working-group", payload.GetProperty("action").GetString());
        Assert.Equal(group, payload.GetProperty("groupId").GetGuid());
        // The party reads Spanish, so its mail names the group in Spanish.
        Assert.Equal("Prácticas restaurativas", payload.GetProperty("groupTitle").GetString());
        Assert.Equal("Su propuesta nos convence.", payload.GetProperty("reason").GetString());
        Assert.Equal("Marta Villalba", payload.GetProperty("decidedBy").GetString());
    }

    [Fact]
    public async Task An_assessment_of_two_lines_leads_to_an_action_for_one_person()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        var nora = evaluation.Host.Browser(evaluation.Nora);
        var sheet = await nora.OpenAsync($"/staff/evaluation/score/{await evaluation.AssignmentAsync(sent.CaseId, evaluation.Nora)}");
        sheet = await nora.SubmitAsync(sheet, [("AddLine", "training")], "#score", "button[value=add]");
        var scores = sheet.Html.QuerySelectorAll("#score input[type=radio]").Select(radio => radio.GetAttribute("name")!).Distinct().Select(name => (name, "4"));
        await nora.SubmitAsync(sheet, scores, "#score", "button[value=submit]");
        var lines = JsonDocument.Parse(await PublishedAsync("evaluation.assessment-submitted.v1", sent.CaseId)).RootElement.GetProperty("linesOfWork");
        Assert.Equal(["research", "training"], lines.EnumerateArray().Select(line => line.GetString()).Order());
        Assert.Equal(
            [("research", 4m), ("training", 4m)],
            (await evaluation.AskAsync(db => db.Assessments.Where(a => a.CaseId == sent.CaseId).SelectMany(a => a.Lines).OrderBy(l => l.LineOfWork).ToListAsync())).Select(l => (l.LineOfWork, l.Total ?? 0)));

        var browser = evaluation.Host.Browser(evaluation.Coordinator);
        var page = await browser.OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        var preview = await browser.SubmitAsync(page, [("Outcome", "action-offered"), ("Action", "peer-review"), ("Reason", "Su experiencia nos convence.")], "#decide", "button[value=preview]");
        Assert.Contains("“Peer-review a document” is offered to Amaia Etxeberria Ruiz", preview.Text);
        Assert.DoesNotContain("become a member", preview.Text);
        await browser.SubmitAsync(preview, [], "#decide", "button[value=apply]");
        var decided = JsonDocument.Parse(await PublishedAsync("evaluation.decided.v1", sent.CaseId)).RootElement;
        Assert.Equal("peer-review", decided.GetProperty("action").GetString());
        Assert.False(decided.TryGetProperty("groupId", out _));
    }

    [Fact]
    public async Task A_decision_without_reasons_or_group_is_sent_back_with_what_was_typed()
    {
        var sent = await evaluation.ArriveAsync();
        var browser = evaluation.Host.Browser(evaluation.Coordinator);
        var page = await browser.OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        var answer = await browser.SubmitAsync(page, [("Outcome", "action-offered"), ("Action", "join-working-group"), ("Reason", "Reasons that were typed")], "#decide", "button[value=preview]");
        Assert.Contains("Choose an open working group.", answer.Text);
        Assert.Contains("Reasons that were typed", answer.Text);
        Assert.Equal(CaseState.New, await StateAsync(sent.CaseId));
    }

    [Fact]
    public async Task A_pending_decision_tells_nobody_until_it_is_applied()
    {
        var sent = await evaluation.ArriveAsync();
        var browser = evaluation.Host.Browser(evaluation.Coordinator);
        var page = await browser.OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        await browser.SubmitAsync(page, [("Outcome", "roster"), ("Reason", "Le escribiremos.")], "#decide", "button[value=pending]");
        Assert.False(await evaluation.HasAsync(db => db.Set<OutboxRow>().AnyAsync(o => o.Name == "evaluation.decided.v1" && o.PartyId == sent.PartyId)));

        var pending = await browser.OpenAsync("/staff/evaluation/pending");
        Assert.Contains(sent.Reference, pending.Text);
        Assert.Contains("A mail to Amaia Etxeberria Ruiz in Spanish is drafted", pending.Text);
        var id = await evaluation.AskAsync(db => db.Decisions.Where(d => d.CaseId == sent.CaseId).Select(d => d.Id).SingleAsync());
        await browser.SubmitAsync(pending, [("DecisionIds", id.ToString())], "#apply");
        Assert.Equal(CaseState.Decided, await StateAsync(sent.CaseId));
        Assert.Contains("keep-on-roster", await PublishedAsync("evaluation.decided.v1", sent.CaseId));
    }

    [Fact]
    public async Task A_reopened_case_can_be_decided_again()
    {
        var sent = await evaluation.ArriveAsync();
        var browser = evaluation.Host.Browser(evaluation.Coordinator);
        var path = $"/staff/evaluation/cases/{sent.CaseId}";
        (string, string)[] decline = [("Outcome", "declined"), ("Reason", "Fuera de nuestras líneas.")];
        var preview = await browser.SubmitAsync(await browser.OpenAsync(path), decline, "#decide", "button[value=preview]");
        var decided = await browser.SubmitAsync(preview, [], "#decide", "button[value=apply]");
        await browser.SubmitAsync(decided, [("Reason", "Appeal")], "#reopen");
        Assert.Equal(CaseState.New, await StateAsync(sent.CaseId));
        Assert.Contains("Appeal", await PublishedAsync("evaluation.reopened.v1", sent.CaseId));
        Assert.Contains("Revoked", (await browser.OpenAsync(path)).Text);
    }

    [Fact]
    public async Task A_withdrawn_proposal_leaves_the_evaluators_queue()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        await evaluation.Host.PublishAsync(new ProposalWithdrawn(sent.CaseId));
        await Eventually.IsTrueAsync(async () => await StateAsync(sent.CaseId) == CaseState.Withdrawn, "the withdrawal");
        Assert.DoesNotContain(sent.Reference, (await evaluation.Host.Browser(evaluation.Nora).OpenAsync("/staff/evaluation/queue")).Text);
    }

    [Fact]
    public async Task A_draft_is_kept_and_a_line_can_be_added()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        var browser = evaluation.Host.Browser(evaluation.Nora);
        var page = await browser.OpenAsync($"/staff/evaluation/score/{await evaluation.AssignmentAsync(sent.CaseId, evaluation.Nora)}");
        var again = await browser.SubmitAsync(page, [("score.research.fit", "5"), ("AddLine", "training")], "#score", "button[value=add]");
        Assert.Contains("Line of work: Training", again.Text);
        Assert.Equal("5", again.Html.QuerySelector("input[name='score.research.fit'][checked]")?.GetAttribute("value"));
        Assert.Equal(CaseState.InEvaluation, await StateAsync(sent.CaseId));
    }

    [Theory]
    [InlineData("en", "My queue")]
    [InlineData("es", "Mi bandeja")]
    [InlineData("fr", "Ma file")]
    public async Task Pages_speak_the_readers_language(string language, string title)
    {
        var browser = evaluation.Host.Browser(evaluation.Nora);
        browser.Http.DefaultRequestHeaders.Add("Accept-Language", language);
        Assert.Contains(title, (await browser.OpenAsync("/staff/evaluation/queue")).Text);
    }

    [Theory]
    [InlineData("/staff/evaluation/queue")]
    [InlineData("/staff/evaluation/pending")]
    [InlineData("/staff/evaluation/profile")]
    public async Task A_visitor_sees_none_of_the_pages(string path) =>
        Assert.NotEqual((HttpStatusCode.OK, path), await PlaceAsync(path));

    private async Task<(HttpStatusCode, string)> PlaceAsync(string path)
    {
        var page = await evaluation.Host.Browser().OpenAsync(path);
        return (page.Status, page.Path);
    }

    private async Task<Guid> GroupAsync()
    {
        var group = new GroupChanged(Guid.CreateVersion7(), "Restorative practices", new() { ["es"] = "Prácticas restaurativas" }, "active", "networks", ["restorative-justice"]);
        await evaluation.Host.PublishAsync(group);
        await Eventually.IsTrueAsync(() => evaluation.HasAsync(db => db.Groups.AnyAsync(g => g.Id == group.GroupId)), "the group");
        return group.GroupId;
    }

    private Task<string> StateAsync(Guid caseId) => evaluation.AskAsync(db => db.Cases.Where(c => c.Id == caseId).Select(c => c.State).SingleAsync());

    private Task<string> PublishedAsync(string name, Guid caseId) =>
        evaluation.AskAsync(db => db.Set<OutboxRow>().Where(o => o.Name == name && o.Cases!.Contains(caseId)).Select(o => o.Payload).SingleAsync());
}
