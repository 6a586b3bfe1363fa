using System.Net.Http.Json;
using System.Text.Json;
using IJJO.Evaluation.Cases;
using IJJO.Platform;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(IJJO.Evaluation.Tests.EvaluationHost))]

namespace IJJO.Evaluation.Tests;

/// <summary>A host with this module's folder only and the sample staff: a coordinator and two evaluators.</summary>
public sealed class EvaluationHost : IAsyncLifetime
{
    private int cases;

    internal TestHost Host { get; private set; } = null!;
    internal TestPerson Coordinator { get; private set; } = null!;
    internal TestPerson Nora { get; private set; } = null!;
    internal TestPerson Anselme { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await TestHost.StartAsync(["evaluation"], ["Platform:SampleData=true"]);
        // The last sample seeder has run when it has left its mark; until then it could carry the tests' own cases along.
        await Eventually.IsTrueAsync(() => AskAsync(async db =>
            await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM platform.setting WHERE key = 'sample-data.evaluation.EvaluationSamples'").SingleAsync() == 1), "the sample staff");
        var staff = await Host.InScopeAsync<IStaffDirectory, IReadOnlyList<StaffMember>>(directory => directory.WithPermissionAsync(EvaluationPermissions.Assess, default));
        Coordinator = Person(staff, "Marta Villalba", [.. EvaluationPermissions.All.Select(p => p.Key)]);
        Nora = Person(staff, "Nora Whitfield", EvaluationPermissions.Assess);
        Anselme = Person(staff, "Anselme Koudou", EvaluationPermissions.Assess);
    }

    public async ValueTask DisposeAsync() => await Host.DisposeAsync();

    /// <summary>A proposal arrives as Submissions sends it; returns when its case is there.</summary>
    internal async Task<ProposalSubmitted> ArriveAsync(string? proposal = null, string entity = "Fundación Puentes")
    {
        var sent = Sample.Sent() with { Reference = $"S-2026-{Interlocked.Increment(ref cases):00000}", EntityName = entity };
        if (proposal is not null) sent = sent with { Proposal = proposal };
        await Host.PublishAsync(sent);
        await Eventually.IsTrueAsync(() => HasAsync(db => db.Cases.AnyAsync(c => c.Id == sent.CaseId)), "the case");
        return sent;
    }

    internal Task<bool> HasAsync(Func<EvaluationDb, Task<bool>> ask) => Host.InScopeAsync(ask);

    internal Task<T> AskAsync<T>(Func<EvaluationDb, Task<T>> ask) => Host.InScopeAsync(ask);

    internal async Task<TestPage> AssignAsync(Guid caseId, TestPerson evaluator)
    {
        var browser = Host.Browser(Coordinator);
        var page = await browser.OpenAsync($"/staff/evaluation/cases/{caseId}");
        return await browser.SubmitAsync(page, [("EvaluatorId", evaluator.StaffId!.Value.ToString())], "#assign");
    }

    internal Task<Guid> AssignmentAsync(Guid caseId, TestPerson evaluator) =>
        AskAsync(db => db.Assignments.Where(a => a.CaseId == caseId && a.EvaluatorId == evaluator.StaffId).Select(a => a.Id).SingleAsync());

    /// <summary>The evaluator fills in every criterion with one value and hands it in.</summary>
    internal async Task<TestPage> ScoreAsync(Guid caseId, TestPerson evaluator, int value, string comment)
    {
        var browser = Host.Browser(evaluator);
        var page = await browser.OpenAsync($"/staff/evaluation/score/{await AssignmentAsync(caseId, evaluator)}");
        var fields = page.Html.QuerySelectorAll("#score input[type=radio]").Select(radio => radio.GetAttribute("name")!).Distinct().Select(name => (name, value.ToString()));
        return await browser.SubmitAsync(page, [.. fields, ("Comment", comment)], "#score", "button[value=submit]");
    }

    internal async Task<JsonElement> ODataAsync(TestPerson person, string path)
    {
        var answer = await Host.Browser(person).Http.GetAsync($"/odata/evaluation/{path}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static TestPerson Person(IReadOnlyList<StaffMember> staff, string name, params string[] permissions) =>
        new(name, staff.Single(s => s.Name == name).Id, null, permissions);
}
