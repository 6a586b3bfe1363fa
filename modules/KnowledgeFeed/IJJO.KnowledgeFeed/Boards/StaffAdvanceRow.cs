using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Boards;

/// <summary>An advance in any state, for staff.</summary>
public sealed class StaffAdvanceRow
{
    [Key] public Guid Id { get; init; }
    public string? Title { get; init; }
    public required string State { get; init; }
    public required string Type { get; init; }
    public required string DocumentType { get; init; }
    public required string OriginalLanguage { get; init; }
    public required string[] Languages { get; init; }
    public bool IsOutdated { get; init; }
    public required string[] Themes { get; init; }

    /// <summary>The first country, for the map.</summary>
    public string? Country { get; init; }
    public required string[] Countries { get; init; }
    public int? Year { get; init; }
    public string? LawStatus { get; init; }
    public string? GroupTitle { get; init; }
    public required string CreatedByName { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? PublishAt { get; init; }
    public DateTimeOffset? PublishedAt { get; init; }
    public required string PublishedByName { get; init; }
    public DateTimeOffset ChangedAt { get; init; }
    public string? WithdrawalReason { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<StaffAdvanceRow> Query(KnowledgeFeedDb db, ICurrentUser user) => db.Advances.AsNoTracking().Select(a => new StaffAdvanceRow
    {
        Id = a.Id,
        Title = a.Versions.Where(v => v.Language == a.OriginalLanguage).Select(v => v.Title).FirstOrDefault(),
        State = a.State,
        Type = a.Type,
        DocumentType = a.DocumentType,
        OriginalLanguage = a.OriginalLanguage,
        Languages = a.Languages,
        IsOutdated = a.Versions.Any(v => v.IsOutdated),
        Themes = a.Themes,
        Country = a.Countries.Length > 0 ? a.Countries[0] : null,
        Countries = a.Countries,
        Year = a.Year,
        LawStatus = a.LawStatus,
        GroupTitle = a.GroupTitle,
        CreatedByName = a.CreatedByName,
        CreatedAt = a.CreatedAt,
        PublishAt = a.PublishAt,
        PublishedAt = a.PublishedAt,
        PublishedByName = a.PublishedByName,
        ChangedAt = a.ChangedAt,
        WithdrawalReason = a.WithdrawalReason,
        Version = a.Version,
    });
}
