using IJJO.Evaluation.Cases;
using IJJO.Platform;

namespace IJJO.Evaluation.Assignments;

/// <summary>The mails to evaluators. They name the case by its number and never the sender.</summary>
internal sealed class EvaluatorMails(IMailer mailer, ISite site)
{
    public void Assigned(EvaluationDb db, StaffMember evaluator, Case found, Assignment assignment) => mailer.Queue(db, new Mail(
        "evaluation.assigned", assignment.Id.ToString(), evaluator.Email, evaluator.Name, evaluator.Language, Model(evaluator, found, assignment)));

    public void Reminder(EvaluationDb db, StaffMember evaluator, Case found, Assignment assignment, bool isLate) => mailer.Queue(db, new Mail(
        isLate ? "evaluation.overdue" : "evaluation.reminder", $"{assignment.Id}:{assignment.RemindersSent}", evaluator.Email, evaluator.Name,
        evaluator.Language, Model(evaluator, found, assignment)));

    public void Escalation(EvaluationDb db, StaffMember coordinator, Case found, Assignment assignment) => mailer.Queue(db, new Mail(
        "evaluation.escalation", $"{assignment.Id}:{coordinator.Id}", coordinator.Email, coordinator.Name, coordinator.Language, new
        {
            coordinator.Name, found.Reference, Evaluator = assignment.EvaluatorName, Due = Day(assignment),
            Link = site.Address($"/staff/evaluation/cases/{found.Id}").ToString(),
        }));

    private object Model(StaffMember evaluator, Case found, Assignment assignment) => new
    {
        evaluator.Name, found.Reference, Due = Day(assignment), Link = site.Address($"/staff/evaluation/score/{assignment.Id}").ToString(),
    };

    private static string Day(Assignment assignment) => assignment.DueAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
