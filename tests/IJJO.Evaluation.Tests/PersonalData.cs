using IJJO.Evaluation.Cases;
using IJJO.Platform;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Tests;

public sealed class PersonalData(EvaluationHost evaluation)
{
    [Fact]
    public async Task A_person_gets_all_that_is_kept_about_them()
    {
        var sent = await ScoredAsync("A very particular proposal.");
        var export = await evaluation.Host.InScopeAsync<EvaluationPersonalData, IReadOnlyDictionary<string, object>>(data => data.ExportAsync(sent.PartyId, default));
        var json = System.Text.Json.JsonSerializer.Serialize(export);
        Assert.All(new[] { "A very particular proposal.", "Amaia Etxeberria Ruiz", "A remark about the person.", sent.Reference }, part => Assert.Contains(part, json));
    }

    [Fact]
    public async Task After_erasure_nothing_of_the_person_is_left_and_the_scores_still_count()
    {
        var sent = await ScoredAsync("Another very particular proposal.");
        await evaluation.Host.PublishAsync(new PartyChanged(sent.PartyId, "amaia@particular.example"));
        await Eventually.IsTrueAsync(() => evaluation.HasAsync(db => db.Senders.AnyAsync(s => s.Id == sent.PartyId)), "the mail domain");

        await evaluation.Host.PublishAsync(new PartyErased(sent.PartyId));
        await Eventually.IsTrueAsync(() => evaluation.HasAsync(db => db.Cases.AnyAsync(c => c.Id == sent.CaseId && c.State == CaseState.Erased)), "the erasure");

        string[] tables = ["cases", "senders", "assignments", "assessments", "line_assessments", "conflicts", "decisions"];
        foreach (var table in tables)
        {
            // The names of the tables stand above.
#pragma warning disable EF1002
            var rows = await evaluation.AskAsync(db => db.Database.SqlQueryRaw<string>($"SELECT coalesce(string_agg(t::text, ' '), '') AS \"Value\" FROM evaluation.{table} t WHERE t::text LIKE '%' || {{0}} || '%' OR t::text LIKE '%' || {{1}} || '%'", sent.CaseId.ToString(), sent.PartyId.ToString()).SingleAsync());
#pragma warning restore EF1002
            Assert.DoesNotContain("particular", rows);
            Assert.DoesNotContain("Amaia", rows);
            Assert.DoesNotContain("A remark about the person.", rows);
        }
        Assert.Equal(1, await evaluation.AskAsync(db => db.Assessments.CountAsync(a => a.CaseId == sent.CaseId)));
    }

    private async Task<ProposalSubmitted> ScoredAsync(string proposal)
    {
        var sent = await evaluation.ArriveAsync(proposal);
        await evaluation.AssignAsync(sent.CaseId, evaluation.Nora);
        await evaluation.ScoreAsync(sent.CaseId, evaluation.Nora, 3, "A remark about the person.");
        return sent;
    }
}
