using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Decisions;
using IJJO.Evaluation.Groups;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Cases;

/// <summary>All that the page of a case shows.</summary>
internal sealed record CaseFile(Case Case, FitMatrix Matrix, IReadOnlyList<Decision> Decisions)
{
    public IReadOnlyList<Suggestion<Term>> Lines { get; init; } = [];
    public IReadOnlyList<string> ChosenLines { get; init; } = [];
    public IReadOnlyList<EvaluatorSuggestion> Evaluators { get; init; } = [];
    public IReadOnlyList<Group> OpenGroups { get; init; } = [];

    public Decision? Pending => Decisions.FirstOrDefault(d => d.State == DecisionState.Pending);
}

/// <summary>
/// Reads it in one place, one query after the other: the parts of a page share one context and initialise side by side, so they read nothing themselves.
/// </summary>
internal sealed class LoadCaseFile(EvaluationDb db, LoadFitMatrix matrices, SuggestLines lines, SuggestEvaluators evaluators)
{
    public async Task<CaseFile?> OfAsync(Guid caseId, CancellationToken cancel)
    {
        var found = await db.Cases.AsNoTracking().Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == caseId, cancel);
        if (found is null) return null;
        var matrix = await matrices.OfCaseAsync(caseId, cancel);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.CaseId == caseId).OrderByDescending(d => d.DecidedAt).ToListAsync(cancel);
        var file = new CaseFile(found, matrix, decisions);
        if (!found.IsOpen) return file;

        var chosen = await lines.DefaultAsync(found, cancel);
        return file with
        {
            ChosenLines = chosen,
            Lines = await lines.ForAsync(found, cancel),
            Evaluators = await evaluators.ForAsync(found, chosen, cancel),
            OpenGroups = await db.Groups.AsNoTracking().Where(g => g.State == "chartered" || g.State == "active").OrderBy(g => g.Title).ToListAsync(cancel),
        };
    }
}
