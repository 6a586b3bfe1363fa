using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Suppressions;

/// <summary>An address on the suppression list.</summary>
public sealed class SuppressionRow
{
    [Key] public Guid Id { get; init; }
    public string Address { get; init; } = "";
    public string Scope { get; init; } = "";
    public string Reason { get; init; } = "";
    public string? Evidence { get; init; }
    public string? AddedBy { get; init; }
    public DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }

    internal static IQueryable<SuppressionRow> Query(OutreachDb db, ICurrentUser user) => db.Suppressions.AsNoTracking().Select(s => new SuppressionRow
    {
        Id = s.Id, Address = s.Address, Scope = s.Scope, Reason = s.Reason, Evidence = s.Evidence, AddedBy = s.AddedBy, AddedAt = s.AddedAt, ExpiresAt = s.ExpiresAt,
    });

    internal static void Describe(Board<SuppressionRow> board) => board
        .Title(s => s.Address)
        .Columns(s => s.Address, s => s.Scope, s => s.Reason, s => s.AddedAt, s => s.AddedBy)
        .Search(s => s.Address)
        .Filters(s => s.Scope, s => s.Reason)
        .OrderBy("AddedAt desc")
        .State(s => s.Scope)
        .State(s => s.Reason)
        .LongText(s => s.Evidence)
        .SetAction<SuppressAddress>("suppress", OutreachPermissions.Suppress)
        .Action<LiftSuppression>("lift", OutreachPermissions.Suppress, c => c.SuppressionId);
}
