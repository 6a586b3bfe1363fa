using IJJO.Evaluation.Assignments;
using IJJO.Platform;

namespace IJJO.Evaluation.Assessments;

/// <summary>
/// Independent scores first. One's own assessment is always visible; those of others once they are submitted and one does not still owe one's own,
/// for coordinators too. Pages, OData and the case panel all read through this.
/// </summary>
internal static class VisibleAssessments
{
    public static IQueryable<Assessment> To(EvaluationDb db, ICurrentUser user)
    {
        var me = user.StaffId;
        var readsAll = user.Has(EvaluationPermissions.Read);
        return db.Assessments.Where(a =>
            a.EvaluatorId == me
            || (a.State == AssessmentState.Submitted
                && !db.Assignments.Any(mine => mine.CaseId == a.CaseId && mine.EvaluatorId == me && mine.State == AssignmentState.Open)
                && (readsAll || db.Assignments.Any(mine => mine.CaseId == a.CaseId && mine.EvaluatorId == me && mine.State == AssignmentState.Done))));
    }
}
