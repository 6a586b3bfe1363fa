using IJJO.Evaluation.Assessments;
using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Cases;
using IJJO.Evaluation.Decisions;
using IJJO.Evaluation.Groups;
using IJJO.Evaluation.Rubrics;
using IJJO.Evaluation.Samples;
using IJJO.Platform;
using Microsoft.Extensions.DependencyInjection;

[assembly: Module("evaluation", "Evaluation")]

namespace IJJO.Evaluation;

/// <summary>Evaluates proposals and profiles against the lines of work, and decides what is offered.</summary>
public sealed class EvaluationModule : IModule
{
    public void Configure(IModuleBuilder module)
    {
        module.Services
            .AddScoped<Conflicts>().AddScoped<SuggestLines>().AddScoped<SuggestEvaluators>().AddScoped<EvaluatorMails>()
            .AddScoped<PublishRubric>().AddScoped<DecisionRules>().AddScoped<Consequences>().AddScoped<LoadFitMatrix>().AddScoped<LoadScoreSheet>().AddScoped<ReasonDraft>()
            .AddScoped<LoadCaseFile>().AddScoped<ErasePerson>();
        module
            .Database<EvaluationDb>()
            .Permissions(EvaluationPermissions.All)
            .EntitySet<EvaluationDb, CaseRow>("Cases", CaseRow.Query, EvaluationPermissions.Read, CaseBoard.Describe)
            .EntitySet<EvaluationDb, AssignmentRow>("Assignments", AssignmentRow.Query, EvaluationPermissions.Assess, AssignmentRow.Describe)
            .EntitySet<EvaluationDb, WorkloadRow>("Workload", WorkloadRow.Query, EvaluationPermissions.Read, WorkloadRow.Describe)
            .EntitySet<EvaluationDb, AssessmentRow>("Assessments", AssessmentRow.Query, EvaluationPermissions.Assess, AssessmentRow.Describe)
            .EntitySet<EvaluationDb, DecisionRow>("Decisions", DecisionRow.Query, EvaluationPermissions.Read, DecisionRow.Describe)
            .EntitySet<EvaluationDb, RubricRow>("Rubrics", RubricRow.Query, EvaluationPermissions.Assess, RubricRow.Describe)
            .EntitySet<EvaluationDb, CriterionRow>("Criteria", CriterionRow.Query, EvaluationPermissions.Assess, CriterionRow.Describe)
            .EntitySet<EvaluationDb, GroupRow>("Groups", GroupRow.Query, EvaluationPermissions.Read, GroupRow.Describe)
            .Pages()
            .StaffLink("link.queue", "/staff/evaluation/queue", EvaluationPermissions.Assess, 10)
            .StaffLink("link.pending", "/staff/evaluation/pending", EvaluationPermissions.Decide, 20)
            .StaffLink("link.profile", "/staff/evaluation/profile", EvaluationPermissions.Assess, 30)
            .Slot<CasePanel>(Slots.Case, 20, EvaluationPermissions.Read)
            .Duties<EvaluationDuties>()
            .Handles<ProposalSubmitted, WhenProposalSubmitted>()
            .Handles<ProposalEdited, WhenProposalEdited>()
            .Handles<ProposalWithdrawn, WhenProposalWithdrawn>()
            .Handles<PartyChanged, WhenPartyChanged>()
            .Handles<PartyErased, WhenPartyErased>()
            .Handles<GroupChanged, WhenGroupChanged>()
            .Job<SendReminders>("reminders", Cron.Hourly(15))
            .PersonalData<EvaluationPersonalData>()
            .ReferenceData<ShippedRubrics>()
            .SampleData<EvaluationSamples>();
    }
}
