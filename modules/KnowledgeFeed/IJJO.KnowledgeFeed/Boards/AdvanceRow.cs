using System.ComponentModel.DataAnnotations;
using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Boards;

/// <summary>A published advance as everybody may read it: the same properties for every reader, nothing of the case it grew from.</summary>
public sealed class AdvanceRow
{
    [Key] public Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string State { get; init; }
    public required string Type { get; init; }
    public required string DocumentType { get; init; }
    public required string OriginalLanguage { get; init; }
    public required string[] Languages { get; init; }
    public required string Title { get; init; }
    public string? TitleEn { get; init; }
    public string? TitleEs { get; init; }
    public string? TitleFr { get; init; }
    public string? SummaryEn { get; init; }
    public string? SummaryEs { get; init; }
    public string? SummaryFr { get; init; }
    public required string[] Themes { get; init; }
    public required string[] Countries { get; init; }
    public required string[] Regions { get; init; }
    public required string[] Instruments { get; init; }
    public string? Jurisdiction { get; init; }
    public DateOnly? Date { get; init; }
    public int? Year { get; init; }
    public string? SourceUrl { get; init; }
    public string? Licence { get; init; }
    public string? LawStatus { get; init; }
    public Guid? ReplacedById { get; init; }
    public string? GroupTitle { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    internal static IQueryable<AdvanceRow> Query(KnowledgeFeedDb db, ICurrentUser user) =>
        db.Advances.AsNoTracking().Where(AdvanceState.IsPublic).Select(a => new AdvanceRow
        {
            Id = a.Id,
            Slug = a.Slug,
            State = a.State,
            Type = a.Type,
            DocumentType = a.DocumentType,
            OriginalLanguage = a.OriginalLanguage,
            Languages = a.Languages,
            Title = a.Versions.Where(v => v.Language == a.OriginalLanguage).Select(v => v.Title).FirstOrDefault()!,
            TitleEn = a.Versions.Where(v => v.Language == "en").Select(v => v.Title).FirstOrDefault(),
            TitleEs = a.Versions.Where(v => v.Language == "es").Select(v => v.Title).FirstOrDefault(),
            TitleFr = a.Versions.Where(v => v.Language == "fr").Select(v => v.Title).FirstOrDefault(),
            SummaryEn = a.Versions.Where(v => v.Language == "en").Select(v => v.Summary).FirstOrDefault(),
            SummaryEs = a.Versions.Where(v => v.Language == "es").Select(v => v.Summary).FirstOrDefault(),
            SummaryFr = a.Versions.Where(v => v.Language == "fr").Select(v => v.Summary).FirstOrDefault(),
            Themes = a.BroaderThemes,
            Countries = a.Countries,
            Regions = a.Regions,
            Instruments = a.Instruments,
            Jurisdiction = a.Jurisdiction,
            Date = a.Date,
            Year = a.Year,
            SourceUrl = a.SourceUrl,
            Licence = a.Licence,
            LawStatus = a.LawStatus,
            ReplacedById = a.ReplacedById,
            GroupTitle = a.GroupTitle,
            PublishedAt = a.PublishedAt,
            ChangedAt = a.ChangedAt,
        });

    internal static void Describe(Board<AdvanceRow> board) => board
        .Title(a => a.Title, a => a.Type)
        .Columns(a => a.Title, a => a.Type, a => a.Countries, a => a.Year, a => a.LawStatus, a => a.PublishedAt)
        .Search(a => a.TitleEn, a => a.TitleEs, a => a.TitleFr, a => a.SummaryEn, a => a.SummaryEs, a => a.SummaryFr)
        .Filters(a => a.Type, a => a.Themes, a => a.Countries, a => a.Regions, a => a.Year)
        .OrderBy("PublishedAt desc")
        .Vocabulary(a => a.Type, Vocabulary.AdvanceType)
        .Vocabulary(a => a.DocumentType, Vocabulary.DocumentType)
        .Vocabulary(a => a.OriginalLanguage, Vocabulary.Language)
        .Vocabulary(a => a.Languages, Vocabulary.Language)
        .Vocabulary(a => a.Themes, Vocabulary.Theme)
        .Vocabulary(a => a.Countries, Vocabulary.Country)
        .Vocabulary(a => a.Regions, Vocabulary.Region)
        .Vocabulary(a => a.Instruments, Vocabulary.Instrument)
        .State(a => a.State)
        .State(a => a.LawStatus)
        .LongText(a => a.SummaryEn, a => a.SummaryEs, a => a.SummaryFr)
        .NotInNavigation();
}
