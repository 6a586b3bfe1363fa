using IJJO.Evaluation.Assessments;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Decisions;

/// <summary>The assessments of a case side by side: lines of work with the most disagreement first, and within each the criteria likewise.</summary>
public sealed record FitMatrix(IReadOnlyList<Assessment> Assessments, IReadOnlyList<LineFit> Lines);

public sealed record LineFit(string LineOfWork, decimal? Proposal, decimal? Profile, decimal? Total, decimal Spread, IReadOnlyList<LineCell> Cells, IReadOnlyList<CriterionFit> Criteria)
{
    public bool HasConcern => Cells.Any(cell => cell.Flags.Count > 0);
}

/// <summary>What one evaluator gave against the line.</summary>
public sealed record LineCell(Assessment By, decimal? Proposal, decimal? Profile, decimal? Total, IReadOnlyList<string> Flags);

/// <summary>What the evaluators gave for one criterion, in the order of the assessments; <c>null</c> where one did not score it.</summary>
public sealed record CriterionFit(RubricCriterion Criterion, IReadOnlyList<int?> Scores, decimal? Mean, int Spread);

/// <summary>Makes the matrix from what this person may see.</summary>
internal sealed class LoadFitMatrix(EvaluationDb db, ICurrentUser user)
{
    public async Task<FitMatrix> OfCaseAsync(Guid caseId, CancellationToken cancel)
    {
        var assessments = await VisibleAssessments.To(db, user).AsNoTracking().Include(a => a.Lines)
            .Where(a => a.CaseId == caseId && a.State == AssessmentState.Submitted)
            .OrderBy(a => a.SubmittedAt).ToListAsync(cancel);
        var ids = assessments.SelectMany(a => a.Lines).Select(l => l.RubricId).Distinct().ToArray();
        var rubrics = await db.Rubrics.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        return Of(assessments, rubrics);
    }

    internal static FitMatrix Of(IReadOnlyList<Assessment> assessments, IReadOnlyDictionary<Guid, RubricEdition> rubrics)
    {
        var lines = assessments.SelectMany(a => a.Lines).Select(l => l.LineOfWork).Distinct().Select(line => Line(line, assessments, rubrics));
        return new(assessments, [.. lines.OrderByDescending(l => l.Spread).ThenByDescending(l => l.Total)]);
    }

    private static LineFit Line(string line, IReadOnlyList<Assessment> assessments, IReadOnlyDictionary<Guid, RubricEdition> rubrics)
    {
        var scored = assessments.Select(a => (By: a, Line: a.Lines.FirstOrDefault(l => l.LineOfWork == line))).ToArray();
        var given = scored.Select(s => s.Line).OfType<LineAssessment>().ToArray();
        LineCell[] cells = [.. scored.Where(s => s.Line is not null)
            .Select(s => new LineCell(s.By, s.Line!.ProposalScore, s.Line.ProfileScore, s.Line.Total, Labels(s.Line, rubrics)))];
        // Editions of a rubric may differ: a criterion is the same while its code is, named as in the latest one.
        var criteria = given.Select(l => rubrics[l.RubricId]).OrderByDescending(r => r.Number).SelectMany(r => r.Criteria).Where(c => !c.IsFlag).DistinctBy(c => c.Code)
            .Select(c => Criterion(c, [.. scored.Select(s => s.Line is not null && s.Line.Scores.TryGetValue(c.Code, out var score) ? score : (int?)null)]));
        return new(
            line, Mean(given.Select(l => l.ProposalScore)), Mean(given.Select(l => l.ProfileScore)), Mean(given.Select(l => l.Total)),
            Spread(given.Select(l => l.Total)), cells, [.. criteria.OrderByDescending(c => c.Spread)]);
    }

    private static CriterionFit Criterion(RubricCriterion criterion, IReadOnlyList<int?> scores) =>
        new(criterion, scores, Mean(scores.Select(s => (decimal?)s)), (int)Spread(scores.Select(s => (decimal?)s)));

    private static IReadOnlyList<string> Labels(LineAssessment line, IReadOnlyDictionary<Guid, RubricEdition> rubrics) =>
        [.. rubrics[line.RubricId].Criteria.Where(c => line.Flags.Contains(c.Code)).Select(c => c.Label.In())];

    private static decimal? Mean(IEnumerable<decimal?> values) => values.Average() is { } mean ? decimal.Round(mean, 2) : null;

    private static decimal Spread(IEnumerable<decimal?> values) => values.Max() - values.Min() ?? 0;
}
