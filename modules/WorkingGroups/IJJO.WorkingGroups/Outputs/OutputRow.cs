using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Outputs;

/// <summary>An output of a group.</summary>
public sealed class OutputRow
{
    [Key] public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public required string GroupTitle { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
    public required string Language { get; init; }
    public required string AdvanceType { get; init; }
    public string? Url { get; init; }
    public required string[] Themes { get; init; }
    public required string[] Countries { get; init; }
    public required string State { get; init; }
    public DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? OfferedAt { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<OutputRow> Query(WorkingGroupsDb db, ICurrentUser user) =>
        from o in db.Outputs.AsNoTracking()
        join g in GroupName.Query(db, user) on o.GroupId equals g.Id
        select new OutputRow
        {
            Id = o.Id, GroupId = o.GroupId, GroupTitle = g.Title, Title = o.Title, Summary = o.Summary, Language = o.Language, AdvanceType = o.AdvanceType,
            Url = o.Url, Themes = o.Themes, Countries = o.Countries, State = o.OfferedAt == null ? "recorded" : "offered",
            RecordedAt = o.RecordedAt, OfferedAt = o.OfferedAt, Version = o.Version,
        };

    internal static void Describe(Board<OutputRow> board) => board
        .Title(o => o.Title, o => o.GroupTitle)
        .Columns(o => o.Title, o => o.GroupTitle, o => o.AdvanceType, o => o.Language, o => o.State, o => o.RecordedAt)
        .Search(o => o.Title, o => o.Summary)
        .Filters(o => o.State, o => o.AdvanceType, o => o.Language)
        .OrderBy("RecordedAt desc")
        .Vocabulary(o => o.AdvanceType, Vocabulary.AdvanceType)
        .Vocabulary(o => o.Language, Vocabulary.Language)
        .Vocabulary(o => o.Themes, Vocabulary.Theme)
        .Vocabulary(o => o.Countries, Vocabulary.Country)
        .State(o => o.State)
        .LongText(o => o.Summary)
        .View("all")
        .View("not-offered", "State eq 'recorded'")
        .View("offered", "State eq 'offered'")
        .Action<OfferOutput>("offer", WorkingGroupsPermissions.Convene, c => c.OutputId, "State eq 'recorded'");
}
