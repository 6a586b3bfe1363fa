using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assessments;

/// <summary>The scores of one evaluator for one case against one line of work, without the party.</summary>
public sealed class AssessmentRow
{
    [Key] public Guid Id { get; init; }
    public Guid CaseId { get; init; }
    public string Reference { get; init; } = "";
    public string LineOfWork { get; init; } = "";
    public string Evaluator { get; init; } = "";
    public bool IsMine { get; init; }
    public string State { get; init; } = "";
    public decimal? ProposalScore { get; init; }
    public decimal? ProfileScore { get; init; }
    public decimal? Total { get; init; }
    public bool HasConcern { get; init; }
    public string? Comment { get; init; }
    public DateTimeOffset? SubmittedAt { get; init; }

    internal static IQueryable<AssessmentRow> Query(EvaluationDb db, ICurrentUser user)
    {
        var me = user.StaffId;
        return from a in VisibleAssessments.To(db, user).AsNoTracking()
               join l in db.LineAssessments on a.Id equals l.AssessmentId
               join c in db.Cases on a.CaseId equals c.Id
               select new AssessmentRow
               {
                   Id = l.Id, CaseId = a.CaseId, Reference = c.Reference, LineOfWork = l.LineOfWork, Evaluator = a.EvaluatorName,
                   IsMine = a.EvaluatorId == me, State = a.State, ProposalScore = l.ProposalScore, ProfileScore = l.ProfileScore, Total = l.Total,
                   HasConcern = l.Flags.Length > 0, Comment = a.Comment, SubmittedAt = a.SubmittedAt,
               };
    }

    internal static void Describe(Board<AssessmentRow> board) => board
        .Title(a => a.Reference, a => a.Evaluator)
        .Columns(a => a.Reference, a => a.LineOfWork, a => a.Evaluator, a => a.ProposalScore, a => a.ProfileScore, a => a.Total, a => a.HasConcern, a => a.SubmittedAt)
        .Search(a => a.Reference, a => a.Evaluator, a => a.Comment)
        .Filters(a => a.LineOfWork, a => a.Evaluator, a => a.Total, a => a.HasConcern, a => a.SubmittedAt)
        .OrderBy("SubmittedAt desc")
        .Vocabulary(a => a.LineOfWork, Vocabulary.LineOfWork)
        .State(a => a.State)
        .LongText(a => a.Comment)
        .View("submitted", "State eq 'submitted'")
        .View("mine", "IsMine eq true")
        .View("concerns", "HasConcern eq true and State eq 'submitted'")
        .Chart("by-line", ChartKind.Bar, a => a.LineOfWork, "State eq 'submitted'")
        .Figure("submitted", "State eq 'submitted'")
        .Figure("concerns", "HasConcern eq true and State eq 'submitted'");
}
