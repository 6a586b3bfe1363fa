using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Parties;

/// <summary>A party as coordinators see it.</summary>
internal sealed class PartyRow
{
    [Key] public Guid Id { get; init; }
    public required string Name { get; init; }
    public string? EntityName { get; init; }
    public required string Kind { get; init; }
    public string? OrganisationType { get; init; }
    public string? Profession { get; init; }
    public string? Email { get; init; }
    public required string Country { get; init; }
    public required string Language { get; init; }
    public int Proposals { get; init; }
    public DateTimeOffset? LastProposalAt { get; init; }
    public DateTimeOffset KnownSince { get; init; }
    [RowVersion] public uint Version { get; init; }

    public static IQueryable<PartyRow> Query(SubmissionsDb db, ICurrentUser user) => db.Parties.AsNoTracking().Where(p => p.ErasedAt == null).Select(p => new PartyRow
    {
        Id = p.Id, Name = p.Name, EntityName = p.EntityName, Kind = p.Kind, OrganisationType = p.OrganisationType, Profession = p.Profession, Email = p.Email,
        Country = p.Country, Language = p.Language, KnownSince = p.KnownSince, Version = p.Version,
        Proposals = db.Proposals.Count(proposal => proposal.PartyId == p.Id),
        LastProposalAt = db.Proposals.Where(proposal => proposal.PartyId == p.Id).Max(proposal => (DateTimeOffset?)proposal.SentAt),
    });
}

internal static class PartyBoard
{
    public static void Describe(Board<PartyRow> board) => board
        .Title(p => p.Name, p => p.EntityName)
        .Columns(p => p.Name, p => p.EntityName, p => p.Kind, p => p.Country, p => p.Profession, p => p.Proposals, p => p.LastProposalAt)
        .Search(p => p.Name, p => p.EntityName, p => p.Email)
        .Filters(p => p.Kind, p => p.Country, p => p.OrganisationType)
        .OrderBy("LastProposalAt desc")
        .Vocabulary(p => p.Kind, "participant-type")
        .Vocabulary(p => p.Country, Vocabulary.Country)
        .Vocabulary(p => p.Language, Vocabulary.Language)
        .Vocabulary(p => p.OrganisationType, Vocabulary.OrganisationType)
        .Vocabulary(p => p.Profession, Vocabulary.Profession)
        .View("all")
        .View("entities", "Kind eq 'entity'")
        .View("individuals", "Kind eq 'individual'")
        .View("returning", "Proposals gt 1", "Proposals desc")
        .Figure("all")
        .Figure("entities", "Kind eq 'entity'")
        .Chart("by-country", ChartKind.Map, p => p.Country)
        .Chart("by-organisation-type", ChartKind.Bar, p => p.OrganisationType, "Kind eq 'entity'")
        .Facet("contact", p => p.Name, p => p.EntityName, p => p.Email, p => p.Country, p => p.Language)
        .Facet("profile", p => p.Kind, p => p.OrganisationType, p => p.Profession, p => p.Proposals, p => p.LastProposalAt, p => p.KnownSince)
        .Related<ProposalRow>("Proposals", proposal => proposal.PartyId, p => p.Id)
        .Party(p => p.Id);
}
