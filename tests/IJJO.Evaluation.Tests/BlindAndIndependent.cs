using System.Net;
using IJJO.Evaluation.Cases;
using IJJO.Platform.Testing;

namespace IJJO.Evaluation.Tests;

public sealed class BlindAndIndependent(EvaluationHost evaluation)
{
    private static readonly string[] Identity = ["Amaia", "Etxeberria", "Puentes", "puentes.example"];

    [Fact]
    public async Task What_an_evaluator_can_reach_contains_no_identity()
    {
        var sent = await evaluation.ArriveAsync("I am Amaia Etxeberria Ruiz (amaia@puentes.example) of Fundación Puentes and I compare measures.");
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        var assignment = await evaluation.AssignmentAsync(sent.CaseId, evaluation.Nora);

        var rows = (await evaluation.ODataAsync(evaluation.Nora, "Assignments")).GetRawText();
        var page = await evaluation.Host.Browser(evaluation.Nora).OpenAsync($"/staff/evaluation/score/{assignment}");
        Assert.Contains("compare measures", rows);
        Assert.Contains("compare measures", page.Text);
        Assert.All(Identity, secret => Assert.DoesNotContain(secret, rows));
        Assert.All(Identity, secret => Assert.DoesNotContain(secret, page.Text));
        Assert.DoesNotContain(sent.PartyId.ToString(), rows);
    }

    [Theory]
    [InlineData("Cases")]
    [InlineData("Workload")]
    [InlineData("Decisions")]
    public async Task Sets_with_identity_are_closed_to_evaluators(string set) =>
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluation.Host.Browser(evaluation.Nora).Http.GetAsync($"/odata/evaluation/{set}")).StatusCode);

    [Fact]
    public async Task The_case_page_is_closed_to_evaluators()
    {
        var sent = await evaluation.ArriveAsync();
        var page = await evaluation.Host.Browser(evaluation.Nora).OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        Assert.DoesNotContain("Amaia", page.Text);
    }

    [Fact]
    public async Task Somebody_elses_assignment_does_not_exist()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Anselme);
        var assignment = await evaluation.AssignmentAsync(sent.CaseId, evaluation.Anselme);
        var browser = evaluation.Host.Browser(evaluation.Nora);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.OpenAsync($"/staff/evaluation/score/{assignment}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.Http.GetAsync($"/odata/evaluation/Assignments({assignment})")).StatusCode);
    }

    [Fact]
    public async Task Others_scores_appear_only_after_ones_own()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        await evaluation.AssignAsync(sent.CaseId, evaluation.Anselme);
        await evaluation.ScoreAsync(sent.CaseId, evaluation.Anselme, 5, "Exactly what we need.");

        Assert.Empty(await SeenAsync(evaluation.Nora, sent));
        Assert.Equal(["Anselme Koudou"], await SeenAsync(evaluation.Coordinator, sent));

        await evaluation.ScoreAsync(sent.CaseId, evaluation.Nora, 2, "Not yet.");
        Assert.Equal(["Anselme Koudou", "Nora Whitfield"], await SeenAsync(evaluation.Nora, sent));
    }

    [Fact]
    public async Task A_coordinator_who_evaluates_too_waits_like_everybody()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Coordinator);
        await evaluation.AssignAsync(sent.CaseId, evaluation.Anselme);
        await evaluation.ScoreAsync(sent.CaseId, evaluation.Anselme, 5, "A comment to wait for.");

        Assert.Empty(await SeenAsync(evaluation.Coordinator, sent));
        var page = await evaluation.Host.Browser(evaluation.Coordinator).OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        Assert.DoesNotContain("A comment to wait for.", page.Text);
    }

    private async Task<IEnumerable<string>> SeenAsync(TestPerson person, ProposalSubmitted sent) =>
        (await evaluation.ODataAsync(person, $"Assessments?$filter=CaseId eq {sent.CaseId}&$orderby=Evaluator")).GetProperty("value").EnumerateArray()
            .Select(row => row.GetProperty("Evaluator").GetString()!);
}
