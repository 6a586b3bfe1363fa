using System.Net;
using System.Net.Http.Json;
using IJJO.Evaluation.Cases;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Tests;

public sealed class OverOData(EvaluationHost evaluation)
{
    [Fact]
    public async Task Who_could_evaluate_a_case_is_suggested_to_who_assigns_it()
    {
        var sent = await evaluation.ArriveAsync();

        var suggested = await evaluation.ODataAsync(evaluation.Coordinator, $"Cases({sent.CaseId})/evaluation.suggestEvaluators(linesOfWork=@lines)?@lines=['research']");

        var nora = suggested.GetProperty("value").EnumerateArray().Single(one => one.GetProperty("EvaluatorId").GetGuid() == evaluation.Nora.StaffId);
        Assert.NotEmpty(nora.GetProperty("Reasons").EnumerateArray());
        Assert.EndsWith("$metadata#Collection(evaluation.SuggestedEvaluator)", suggested.GetProperty("@odata.context").GetString());
        var reader = TestPerson.Staff("Rita", "evaluation.read");
        Assert.Equal(HttpStatusCode.Forbidden, (await evaluation.Host.Browser(reader).Http.GetAsync($"/odata/evaluation/Cases({sent.CaseId})/evaluation.suggestEvaluators")).StatusCode);
    }

    [Fact]
    public async Task A_case_can_be_assigned_and_decided_by_actions()
    {
        var sent = await evaluation.ArriveAsync();
        var assigned = await PostAsync(sent.CaseId, "assign", new { evaluatorId = evaluation.Nora.StaffId });
        Assert.True(assigned.IsSuccessStatusCode, await assigned.Content.ReadAsStringAsync());
        var again = await PostAsync(sent.CaseId, "assign", new { evaluatorId = evaluation.Nora.StaffId });
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("Nora Whitfield already has the case", await again.Content.ReadAsStringAsync());

        var bare = await PostAsync(sent.CaseId, "decide", new { outcome = "action-offered", reason = "" });
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
        var decided = await PostAsync(sent.CaseId, "decide", new { outcome = "declined", reason = "Fuera de nuestras líneas." });
        Assert.True(decided.IsSuccessStatusCode, await decided.Content.ReadAsStringAsync());
        Assert.Equal(CaseState.Decided, await evaluation.AskAsync(db => db.Cases.Where(c => c.Id == sent.CaseId).Select(c => c.State).SingleAsync()));
    }

    [Theory]
    [InlineData("Cases?$count=true&$top=5&$orderby=NextDueAt desc,SubmittedAt")]
    [InlineData("Cases?$filter=State eq 'in-evaluation' and NextDueAt lt now()")]
    [InlineData("Cases?$apply=groupby((State),aggregate($count as Cases))")]
    [InlineData("Cases?$filter=Themes/any(t: t eq 'restorative-justice') and HasPendingDecision eq false")]
    [InlineData("Cases?$search=restorative")]
    [InlineData("Workload?$filter=State eq 'open'&$orderby=DueAt")]
    [InlineData("Workload?$apply=groupby((Evaluator),aggregate($count as Open))")]
    [InlineData("Assessments?$filter=HasConcern eq true and Total gt 2.5")]
    [InlineData("Decisions?$filter=State eq 'pending'&$search=escribiremos")]
    [InlineData("Rubrics?$filter=IsCurrent eq true&$orderby=LineOfWork,Number desc")]
    [InlineData("Criteria?$filter=Subject eq 'profile' and IsFlag eq false")]
    [InlineData("Groups?$orderby=Title")]
    [InlineData("$metadata")]
    public async Task The_questions_that_boards_ask_are_answered(string question)
    {
        var answer = await evaluation.Host.Browser(evaluation.Coordinator).Http.GetAsync($"/odata/evaluation/{question}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task<HttpResponseMessage> PostAsync(Guid caseId, string action, object body)
    {
        var http = evaluation.Host.Browser(evaluation.Coordinator).Http;
        var now = await http.GetAsync($"/odata/evaluation/Cases({caseId})");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/odata/evaluation/Cases({caseId})/evaluation.{action}") { Content = JsonContent.Create(body) };
        if (now.Headers.ETag is { } version) request.Headers.IfMatch.Add(version);
        return await http.SendAsync(request);
    }
}
