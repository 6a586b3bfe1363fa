using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Tests;

public sealed class RubricsAreData(EvaluationHost evaluation)
{
    [Fact]
    public async Task An_edited_criterion_makes_a_new_edition_and_old_scores_keep_theirs()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        await evaluation.ScoreAsync(sent.CaseId, evaluation.Nora, 3, "Scored before the edit.");
        var scoredWith = await evaluation.AskAsync(db => db.LineAssessments.Where(l => l.AssessmentId ==
            db.Assessments.Single(a => a.CaseId == sent.CaseId).Id).Select(l => l.RubricId).SingleAsync());

        var criterion = (await evaluation.ODataAsync(evaluation.Coordinator, "Criteria?$filter=LineOfWork eq 'research' and Code eq 'method'")).GetProperty("value")[0];
        var answer = await PatchAsync(criterion.GetProperty("Id").GetString()!, new { LabelEn = "Method, ethics and data" });
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());

        var editions = await evaluation.AskAsync(db => db.Rubrics.Where(r => r.LineOfWork == "research").OrderBy(r => r.Number).ToListAsync());
        Assert.True(editions.Count >= 2);
        Assert.NotEqual(scoredWith, editions[^1].Id);
        Assert.Contains(editions[^1].Criteria, c => c.Label.En == "Method, ethics and data" && c.Label.Es == "Método y ética");
        Assert.DoesNotContain(editions.Single(e => e.Id == scoredWith).Criteria, c => c.Label.En == "Method, ethics and data");
    }

    [Fact]
    public async Task A_criterion_without_its_five_steps_is_refused_member_by_member()
    {
        var criterion = (await evaluation.ODataAsync(evaluation.Coordinator, "Criteria?$filter=LineOfWork eq 'training' and Code eq 'fit'")).GetProperty("value")[0];
        var answer = await PatchAsync(criterion.GetProperty("Id").GetString()!, new { StepsFr = "Un seul", Weight = 99 });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var body = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Describe the five steps", body);
        Assert.Contains("\"weight\"", body, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Evaluators_may_read_rubrics_and_not_change_them()
    {
        var criterion = (await evaluation.ODataAsync(evaluation.Nora, "Criteria?$top=1")).GetProperty("value")[0];
        var answer = await PatchAsync(criterion.GetProperty("Id").GetString()!, new { Weight = 1 }, evaluation.Nora);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    private async Task<HttpResponseMessage> PatchAsync(string id, object changes, TestPerson? person = null)
    {
        var http = evaluation.Host.Browser(person ?? evaluation.Coordinator).Http;
        var now = await http.GetAsync($"/odata/evaluation/Criteria({id})");
        var request = new HttpRequestMessage(HttpMethod.Patch, $"/odata/evaluation/Criteria({id})") { Content = JsonContent.Create(changes, options: JsonSerializerOptions.Default) };
        if (now.Headers.ETag is { } version) request.Headers.IfMatch.Add(version);
        return await http.SendAsync(request);
    }
}
