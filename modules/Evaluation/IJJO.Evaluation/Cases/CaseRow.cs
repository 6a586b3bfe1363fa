using System.ComponentModel.DataAnnotations;
using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Decisions;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Cases;

/// <summary>A case as coordinators see it, with its sender. No score is in it: scores have rules of their own.</summary>
public sealed class CaseRow
{
    [Key] public Guid Id { get; init; }
    public string Reference { get; init; } = "";
    public string Sender { get; init; } = "";
    public string? Entity { get; init; }
    public string Kind { get; init; } = "";
    public string State { get; init; } = "";
    public string Country { get; init; } = "";
    public string Language { get; init; } = "";
    public string? OrganisationType { get; init; }
    public string? Profession { get; init; }
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<string> LinesOfWork { get; init; } = [];
    public string? Proposal { get; init; }
    public string? Interests { get; init; }
    public string? Specialisation { get; init; }
    public DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset? NextDueAt { get; init; }
    public int Assigned { get; init; }
    public int Scored { get; init; }
    public bool HasPendingDecision { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<CaseRow> Query(EvaluationDb db, ICurrentUser user) => db.Cases.AsNoTracking().Select(c => new CaseRow
    {
        Id = c.Id, Reference = c.Reference, Sender = c.SenderName, Entity = c.EntityName, Kind = c.Kind, State = c.State, Country = c.Country,
        Language = c.Language, OrganisationType = c.OrganisationType, Profession = c.Profession, Themes = c.Themes, LinesOfWork = c.LinesOfWork,
        Proposal = c.Texts.Proposal, Interests = c.Texts.Interests, Specialisation = c.Texts.Specialisation, SubmittedAt = c.SubmittedAt,
        NextDueAt = c.Assignments.Where(a => a.State == AssignmentState.Open).Min(a => (DateTimeOffset?)a.DueAt),
        Assigned = c.Assignments.Count(a => a.State == AssignmentState.Open || a.State == AssignmentState.Done),
        Scored = c.Assignments.Count(a => a.State == AssignmentState.Done),
        HasPendingDecision = db.Decisions.Any(d => d.CaseId == c.Id && d.State == DecisionState.Pending),
        DecidedAt = c.DecidedAt, Version = c.Version,
    });
}
