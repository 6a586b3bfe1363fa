using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Rubrics;

/// <summary>An edition of a rubric, and how often it was used.</summary>
public sealed class RubricRow
{
    [Key] public Guid Id { get; init; }
    public string LineOfWork { get; init; } = "";
    public int Number { get; init; }
    public DateTimeOffset PublishedAt { get; init; }
    public bool IsCurrent { get; init; }
    public int Assessments { get; init; }

    internal static IQueryable<RubricRow> Query(EvaluationDb db, ICurrentUser user) => db.Rubrics.AsNoTracking().Select(r => new RubricRow
    {
        Id = r.Id, LineOfWork = r.LineOfWork, Number = r.Number, PublishedAt = r.PublishedAt,
        IsCurrent = !db.Rubrics.Any(newer => newer.LineOfWork == r.LineOfWork && newer.Number > r.Number),
        Assessments = db.LineAssessments.Count(l => l.RubricId == r.Id),
    });

    internal static void Describe(Board<RubricRow> board) => board
        .Title(r => r.LineOfWork)
        .Columns(r => r.LineOfWork, r => r.Number, r => r.PublishedAt, r => r.IsCurrent, r => r.Assessments)
        .Filters(r => r.LineOfWork, r => r.IsCurrent)
        .OrderBy("LineOfWork,Number desc")
        .Vocabulary(r => r.LineOfWork, Vocabulary.LineOfWork)
        .Related<CriterionRow>("Criteria", c => c.LineOfWork, r => r.LineOfWork)
        .View("current", "IsCurrent eq true")
        .View("all");
}
