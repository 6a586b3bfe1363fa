using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Proposals;

/// <summary>A line of work that a proposal names. Rows cannot be grouped by a list of values, so that what is counted by line of work is counted here.</summary>
internal sealed class ProposalLineRow
{
    [Key] public Guid ProposalId { get; init; }
    [Key] public required string LineOfWork { get; init; }
    public required string Reference { get; init; }
    public required string State { get; init; }
    public required string Country { get; init; }
    public DateTimeOffset SentAt { get; init; }

    public static IQueryable<ProposalLineRow> Query(SubmissionsDb db, ICurrentUser user) => db.Proposals.AsNoTracking().Where(p => p.ConfirmedAt != null)
        .SelectMany(p => p.LinesOfWork, (p, line) => new ProposalLineRow
        {
            ProposalId = p.Id, LineOfWork = line, Reference = p.Reference, State = p.State, Country = p.Country, SentAt = p.SentAt,
        });

    public static void Describe(Board<ProposalLineRow> board) => board
        .Title(p => p.Reference, p => p.LineOfWork)
        .Columns(p => p.Reference, p => p.LineOfWork, p => p.Country, p => p.State, p => p.SentAt)
        .Search(p => p.Reference)
        .Filters(p => p.LineOfWork, p => p.Country, p => p.State, p => p.SentAt)
        .OrderBy("SentAt desc")
        .Vocabulary(p => p.LineOfWork, Vocabulary.LineOfWork)
        .Vocabulary(p => p.Country, Vocabulary.Country)
        .State(p => p.State)
        .Chart("by-line-of-work", ChartKind.Bar, p => p.LineOfWork)
        .OnHome("by-line-of-work")
        .RecordPage("/staff/submissions/Proposals/{ProposalId}")
        .Case(p => p.ProposalId)
        .NotInNavigation();
}
