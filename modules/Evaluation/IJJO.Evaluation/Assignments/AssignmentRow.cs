using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>What an evaluator has to score: their own assignments, and of the case only what does not tell who sent it.</summary>
public sealed class AssignmentRow
{
    [Key] public Guid Id { get; init; }
    public string Reference { get; init; } = "";
    public string State { get; init; } = "";
    public DateTimeOffset DueAt { get; init; }
    public IReadOnlyList<string> LinesOfWork { get; init; } = [];
    public IReadOnlyList<string> Themes { get; init; } = [];
    public string Kind { get; init; } = "";
    public string? OrganisationType { get; init; }
    public string? Profession { get; init; }
    public string Country { get; init; } = "";
    public string Language { get; init; } = "";
    public string? Proposal { get; init; }
    public string? Interests { get; init; }
    public string? Specialisation { get; init; }
    public DateTimeOffset AssignedAt { get; init; }

    internal static IQueryable<AssignmentRow> Query(EvaluationDb db, ICurrentUser user)
    {
        var me = user.StaffId;
        return from a in db.Assignments.AsNoTracking()
               join c in db.Cases on a.CaseId equals c.Id
               where a.EvaluatorId == me
               select new AssignmentRow
               {
                   Id = a.Id, Reference = c.Reference, State = a.State, DueAt = a.DueAt, LinesOfWork = a.LinesOfWork, Themes = c.Themes, Kind = c.Kind,
                   OrganisationType = c.OrganisationType, Profession = c.Profession, Country = c.Country, Language = c.Language,
                   Proposal = c.BlindTexts.Proposal, Interests = c.BlindTexts.Interests, Specialisation = c.BlindTexts.Specialisation,
                   AssignedAt = a.AssignedAt,
               };
    }

    internal static void Describe(Board<AssignmentRow> board) => board
        .Title(a => a.Reference)
        .Columns(a => a.Reference, a => a.State, a => a.DueAt, a => a.LinesOfWork, a => a.Themes, a => a.Country, a => a.Language)
        .Search(a => a.Reference, a => a.Proposal, a => a.Interests, a => a.Specialisation)
        .Filters(a => a.State, a => a.DueAt, a => a.Country, a => a.Language)
        .OrderBy("DueAt")
        .Vocabulary(a => a.LinesOfWork, Vocabulary.LineOfWork)
        .Vocabulary(a => a.Themes, Vocabulary.Theme)
        .Vocabulary(a => a.OrganisationType, Vocabulary.OrganisationType)
        .Vocabulary(a => a.Profession, Vocabulary.Profession)
        .Vocabulary(a => a.Country, Vocabulary.Country)
        .Vocabulary(a => a.Language, Vocabulary.Language)
        .State(a => a.State)
        .State(a => a.Kind)
        .LongText(a => a.Proposal, a => a.Interests, a => a.Specialisation)
        .View("open", $"State eq '{AssignmentState.Open}'")
        .View("done", $"State eq '{AssignmentState.Done}'")
        .View("all")
        .RecordPage("/staff/evaluation/score/{Id}")
        .Action<DeclineAssignment>("decline", EvaluationPermissions.Assess, c => c.AssignmentId, $"State eq '{AssignmentState.Open}'",
            choices: new Dictionary<string, BoardChoice> { [nameof(DeclineAssignment.ColleagueId)] = new(StaffWith: EvaluationPermissions.Assess) })
        .Action<DeclareConflict>("declare-conflict", EvaluationPermissions.Assess, c => c.AssignmentId, $"State eq '{AssignmentState.Open}'");
}
