using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Proposals;

/// <summary>A proposal as coordinators see it in the inbox.</summary>
internal sealed class ProposalRow
{
    [Key] public Guid Id { get; init; }
    public required string Reference { get; init; }
    public required string State { get; init; }
    public required string Kind { get; init; }
    public required string Sender { get; init; }
    public string? EntityName { get; init; }
    public string? OrganisationType { get; init; }
    public string? Profession { get; init; }
    public required string Email { get; init; }
    public required string Country { get; init; }
    public required string Language { get; init; }
    public string? Proposal { get; init; }
    public string? Interests { get; init; }
    public string? Specialisation { get; init; }
    public required string[] Themes { get; init; }
    public required string[] LinesOfWork { get; init; }
    public required string[] Flags { get; init; }
    public string? QuarantineReason { get; init; }
    public string? Outcome { get; init; }
    public string? EndReason { get; init; }
    public Guid? PartyId { get; init; }
    public DateTimeOffset SentAt { get; init; }
    public DateOnly SentWeek { get; init; }
    public DateTimeOffset? ConfirmedAt { get; init; }
    public DateTimeOffset StateAt { get; init; }
    [RowVersion] public uint Version { get; init; }

    public static IQueryable<ProposalRow> Query(SubmissionsDb db, ICurrentUser user) => db.Proposals.AsNoTracking().Select(p => new ProposalRow
    {
        Id = p.Id, Reference = p.Reference, State = p.State, Kind = p.Kind, Sender = p.Name, EntityName = p.EntityName, OrganisationType = p.OrganisationType,
        Profession = p.Profession, Email = p.Email, Country = p.Country, Language = p.Language, Proposal = p.Text, Interests = p.Interests,
        Specialisation = p.Specialisation, Themes = p.Themes, LinesOfWork = p.LinesOfWork, Flags = p.Flags, QuarantineReason = p.QuarantineReason,
        Outcome = p.Outcome, EndReason = p.EndReason, PartyId = p.PartyId, SentAt = p.SentAt, SentWeek = p.SentWeek, ConfirmedAt = p.ConfirmedAt,
        StateAt = p.StateAt, Version = p.Version,
    });
}
