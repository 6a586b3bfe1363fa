using IJJO.Evaluation.Assessments;
using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Decisions;
using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

/// <summary>The coordinators' inbox.</summary>
internal static class CaseBoard
{
    private const string Open = $"(State eq '{CaseState.New}' or State eq '{CaseState.InEvaluation}' or State eq '{CaseState.ToDecide}')";

    internal static void Describe(Board<CaseRow> board) => board
        .Title(c => c.Reference, c => c.Sender)
        .Columns(c => c.Reference, c => c.Sender, c => c.Entity, c => c.Country, c => c.State, c => c.LinesOfWork, c => c.Scored, c => c.Assigned, c => c.NextDueAt, c => c.SubmittedAt)
        .Search(c => c.Reference, c => c.Sender, c => c.Entity, c => c.Proposal, c => c.Interests, c => c.Specialisation)
        .Filters(c => c.State, c => c.Country, c => c.Language, c => c.Kind, c => c.SubmittedAt, c => c.NextDueAt, c => c.HasPendingDecision)
        .OrderBy("SubmittedAt desc")
        .Vocabulary(c => c.Country, Vocabulary.Country)
        .Vocabulary(c => c.Language, Vocabulary.Language)
        .Vocabulary(c => c.OrganisationType, Vocabulary.OrganisationType)
        .Vocabulary(c => c.Profession, Vocabulary.Profession)
        .Vocabulary(c => c.Themes, Vocabulary.Theme)
        .Vocabulary(c => c.LinesOfWork, Vocabulary.LineOfWork)
        .State(c => c.State)
        .State(c => c.Kind)
        .LongText(c => c.Proposal, c => c.Interests, c => c.Specialisation)
        .Case(c => c.Id)
        .RecordPage("/staff/evaluation/cases/{Id}")
        .View("new", $"State eq '{CaseState.New}'", "SubmittedAt")
        .View("in-evaluation", $"State eq '{CaseState.InEvaluation}'", "NextDueAt")
        .View("to-decide", $"State eq '{CaseState.ToDecide}'", "SubmittedAt")
        .View("decided", $"State eq '{CaseState.Decided}'", "DecidedAt desc")
        .View("all")
        .Chart("by-state", ChartKind.Donut, c => c.State)
        .Chart("by-country", ChartKind.Map, c => c.Country)
        .Chart("by-month", ChartKind.Line, c => c.SubmittedAt)
        .Figure("new", $"State eq '{CaseState.New}'")
        .Figure("to-decide", $"State eq '{CaseState.ToDecide}'")
        .Figure("overdue", $"State eq '{CaseState.InEvaluation}' and NextDueAt lt now()")
        .OnHome("overdue")
        .Related<WorkloadRow>("Workload", a => a.CaseId, c => c.Id)
        .Related<AssessmentRow>("Assessments", a => a.CaseId, c => c.Id)
        .Related<DecisionRow>("Decisions", d => d.CaseId, c => c.Id)
        .Function<EvaluatorsFor, IReadOnlyList<SuggestedEvaluator>>("suggest-evaluators", q => q.CaseId, EvaluationPermissions.Assign)
        .Action<AssignCase>("assign", EvaluationPermissions.Assign, c => c.CaseId, Open, bulk: true, choices: new Dictionary<string, BoardChoice>
        {
            [nameof(AssignCase.EvaluatorId)] = new(StaffWith: EvaluationPermissions.Assess),
            [nameof(AssignCase.LinesOfWork)] = new(Vocabulary: Vocabulary.LineOfWork),
        })
        .Action<Decide>("decide", EvaluationPermissions.Decide, c => c.CaseId, Open, choices: new Dictionary<string, BoardChoice>
        {
            [nameof(Decide.Action)] = new(Vocabulary: Vocabulary.Action),
            [nameof(Decide.GroupId)] = new(Set: "Groups"),
        })
        .Action<Reopen>("reopen", EvaluationPermissions.Decide, c => c.CaseId, $"State eq '{CaseState.Decided}'");
}
