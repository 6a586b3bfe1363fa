using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assessments;

/// <summary>What an evaluator fills in: the blind case, the lines of work with their rubrics, and the draft so far.</summary>
public sealed record ScoreSheet(AssignmentRow Assignment, Guid CaseId, IReadOnlyList<RubricEdition> Rubrics, Assessment? Draft)
{
    public bool HasProposal => !string.IsNullOrWhiteSpace(Assignment.Proposal);

    public LineAssessment? LineOf(RubricEdition rubric) => Draft?.Lines.FirstOrDefault(l => l.LineOfWork == rubric.LineOfWork);
}

/// <summary>Loads a score sheet through the blind rows of the person who asks: nobody else's exists.</summary>
internal sealed class LoadScoreSheet(EvaluationDb db, ICurrentUser user)
{
    public async Task<ScoreSheet?> OfAsync(Guid assignmentId, CancellationToken cancel)
    {
        var row = await AssignmentRow.Query(db, user).FirstOrDefaultAsync(a => a.Id == assignmentId, cancel);
        if (row is null) return null;
        var caseId = await db.Assignments.Where(a => a.Id == assignmentId).Select(a => a.CaseId).SingleAsync(cancel);
        var draft = await db.Assessments.AsNoTracking().Include(a => a.Lines).FirstOrDefaultAsync(a => a.Id == assignmentId, cancel);
        return new(row, caseId, await RubricsAsync(row, draft, cancel), draft);
    }

    // A line keeps the edition it was begun with; a new one takes the latest.
    private async Task<IReadOnlyList<RubricEdition>> RubricsAsync(AssignmentRow row, Assessment? draft, CancellationToken cancel)
    {
        var begun = draft?.Lines.ToDictionary(l => l.LineOfWork, l => l.RubricId) ?? [];
        string[] lines = [.. row.LinesOfWork.Concat(begun.Keys).Distinct()];
        var editions = await db.Rubrics.AsNoTracking().Where(r => lines.Contains(r.LineOfWork)).OrderByDescending(r => r.Number).ToListAsync(cancel);
        return [.. lines
            .Select(line => editions.FirstOrDefault(r => begun.TryGetValue(line, out var id) && r.Id == id) ?? editions.FirstOrDefault(r => r.LineOfWork == line))
            .OfType<RubricEdition>()];
    }
}
