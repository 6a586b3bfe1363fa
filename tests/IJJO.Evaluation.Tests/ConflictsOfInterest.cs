using IJJO.Evaluation.Cases;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Tests;

public sealed class ConflictsOfInterest(EvaluationHost evaluation)
{
    [Fact]
    public async Task Whoever_works_for_the_senders_entity_is_not_invited()
    {
        var browser = evaluation.Host.Browser(evaluation.Anselme);
        var saved = await browser.SubmitAsync(await browser.OpenAsync("/staff/evaluation/profile"), [("Affiliation", "Réseau Passerelles")], "#profile");
        Assert.Contains("Saved", saved.Text);
        var sent = await evaluation.ArriveAsync(entity: "Réseau Passerelles");

        var coordinator = evaluation.Host.Browser(evaluation.Coordinator);
        var page = await coordinator.OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        Assert.Null(page.Html.QuerySelector($"#assign input[value='{evaluation.Anselme.StaffId}']"));
        Assert.Contains("Anselme Koudou works for the entity that sent this proposal.", page.Text);

        // The choice is not offered; a forged one is refused all the same.
        var answer = await evaluation.AssignAsync(sent.CaseId, evaluation.Anselme);
        Assert.Contains("works for the entity", answer.Html.QuerySelector(".error-summary")!.TextContent);
        Assert.False(await evaluation.HasAsync(db => db.Assignments.AnyAsync(a => a.CaseId == sent.CaseId)));
    }

    [Fact]
    public async Task Whoever_declares_a_conflict_never_gets_the_case_again()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        var assignment = await evaluation.AssignmentAsync(sent.CaseId, evaluation.Nora);
        var browser = evaluation.Host.Browser(evaluation.Nora);
        var page = await browser.OpenAsync($"/staff/evaluation/score/{assignment}");
        await browser.SubmitAsync(page, [("Reason", "We worked together.")], "#conflict");

        var answer = await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        Assert.Contains("has declared a conflict of interest", answer.Html.QuerySelector(".error-summary")!.TextContent);
        Assert.Equal(CaseState.New, await evaluation.AskAsync(db => db.Cases.Where(c => c.Id == sent.CaseId).Select(c => c.State).SingleAsync()));
    }

    [Fact]
    public async Task A_colleague_named_when_declining_is_suggested_with_the_reason()
    {
        var sent = await evaluation.ArriveAsync();
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        var browser = evaluation.Host.Browser(evaluation.Nora);
        var page = await browser.OpenAsync($"/staff/evaluation/score/{await evaluation.AssignmentAsync(sent.CaseId, evaluation.Nora)}");
        await browser.SubmitAsync(page, [("Reason", "On leave."), ("ColleagueId", evaluation.Coordinator.StaffId!.Value.ToString())], "#decline");

        var seen = await evaluation.Host.Browser(evaluation.Coordinator).OpenAsync($"/staff/evaluation/cases/{sent.CaseId}");
        Assert.Contains("On leave. Suggests Marta Villalba.", seen.Text);
        Assert.Contains("Was suggested by a colleague who declined.", seen.Text);
    }
}
