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

    [Fact]
    public async Task A_criterion_is_added_changed_and_removed_by_form()
    {
        var browser = evaluation.Host.Browser(evaluation.Coordinator);
        var list = await browser.OpenAsync("/staff/evaluation/Criteria");
        Assert.Contains(list.Html.QuerySelectorAll("a"), link => link.GetAttribute("href") == "/staff/evaluation/Criteria/actions/add");
        var add = await browser.OpenAsync("/staff/evaluation/Criteria/actions/add");
        string[] steps = ["One\nTwo\nThree\nFour\nFive", "Uno\nDos\nTres\nCuatro\nCinco", "Un\nDeux\nTrois\nQuatre\nCinq"];
        (string, string)[] fields =
        [
            ("LineOfWork", "recognition"), ("Code", "by-form"), ("Subject", "profile"), ("Weight", "2"), ("Order", "90"), ("LabelEn", "By form"), ("LabelEs", "Por formulario"), ("LabelFr", "Par formulaire"),
            ("StepsEn", steps[0]), ("StepsEs", steps[1]),
        ];
        var wrong = await browser.SubmitAsync(add, [.. fields, ("StepsFr", "Un seul")], "form#action");
        Assert.True(wrong.Html.QuerySelector("[id$='-StepsFr'][aria-invalid=true]") is not null, wrong.Text);
        await browser.SubmitAsync(wrong, [("StepsFr", steps[2])], "form#action");
        var criterion = await evaluation.AskAsync(db => db.Criteria.SingleAsync(c => c.Code == "by-form"));

        var record = await browser.OpenAsync($"/staff/evaluation/Criteria/{criterion.Id}");
        var changed = await browser.SubmitAsync(record, [("LabelEn", "Changed by form")], "form#action-edit");
        Assert.Contains("Changed by form", changed.Html.QuerySelector("h1")!.TextContent);
        await browser.SubmitAsync(changed, [], "form#action-remove");
        Assert.False(await evaluation.AskAsync(db => db.Criteria.AnyAsync(c => c.Code == "by-form")));
        var editions = await evaluation.AskAsync(db => db.Rubrics.Where(r => r.LineOfWork == "recognition").ToListAsync());
        Assert.DoesNotContain(editions.MaxBy(e => e.Number)!.Criteria, c => c.Code == "by-form");
    }

    [Fact]
    public async Task A_criterion_is_added_and_removed_by_any_client_that_has_seen_it()
    {
        var http = evaluation.Host.Browser(evaluation.Coordinator).Http;
        var five = string.Join('\n', Enumerable.Range(1, 5));
        object Criterion(string line) => new { LineOfWork = line, Code = "by-client", Subject = "proposal", IsFlag = false, Weight = 1, Order = 91, LabelEn = "A", LabelEs = "B", LabelFr = "C", StepsEn = five, StepsEs = five, StepsFr = five };
        var refused = await http.PostAsJsonAsync("/odata/evaluation/Criteria", Criterion("no-such-line"), JsonSerializerOptions.Default);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("\"target\":\"lineOfWork\"", await refused.Content.ReadAsStringAsync());
        var added = await http.PostAsJsonAsync("/odata/evaluation/Criteria", Criterion("recognition"), JsonSerializerOptions.Default);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);

        Assert.Equal(HttpStatusCode.PreconditionRequired, (await http.DeleteAsync(added.Headers.Location)).StatusCode);
        var delete = new HttpRequestMessage(HttpMethod.Delete, added.Headers.Location);
        delete.Headers.IfMatch.Add(added.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NoContent, (await http.SendAsync(delete)).StatusCode);
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
