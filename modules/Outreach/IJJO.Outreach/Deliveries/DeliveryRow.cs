using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Deliveries;

/// <summary>One line of the ledger.</summary>
public sealed class DeliveryRow
{
    [Key] public Guid Id { get; init; }
    public string Subject { get; init; } = "";
    public string Recipient { get; init; } = "";
    public string Name { get; init; } = "";
    public string Template { get; init; } = "";
    public string Class { get; init; } = "";
    public string Language { get; init; } = "";
    public string State { get; init; } = "";
    public int Attempts { get; init; }
    public int Ambiguities { get; init; }
    public string? LastError { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset NextTryAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? MessageId { get; init; }

    internal static IQueryable<DeliveryRow> Query(OutreachDb db, ICurrentUser user) => db.Deliveries.AsNoTracking().Select(d => new DeliveryRow
    {
        Id = d.Id, Subject = d.Subject, Recipient = d.Recipient, Name = d.ToName, Template = d.Campaign, Class = d.Class, Language = d.Language, State = d.State,
        Attempts = d.Attempts, Ambiguities = d.Ambiguities, LastError = d.LastError, CreatedAt = d.CreatedAt, NextTryAt = d.NextTryAt, SettledAt = d.SettledAt,
        CaseId = d.CaseId, MessageId = d.MessageId,
    });

    internal static void Describe(Board<DeliveryRow> board) => board
        .Title(d => d.Subject, d => d.Recipient)
        .Columns(d => d.Subject, d => d.Recipient, d => d.Template, d => d.State, d => d.Attempts, d => d.CreatedAt, d => d.SettledAt)
        .Search(d => d.Subject, d => d.Recipient, d => d.Name)
        .Filters(d => d.State, d => d.Class, d => d.Template)
        .OrderBy("CreatedAt desc")
        .State(d => d.State)
        .State(d => d.Class)
        .Vocabulary(d => d.Language, Platform.Vocabulary.Language)
        .LongText(d => d.LastError)
        .View("waiting", "State eq 'queued' or State eq 'deferred' or State eq 'claimed' or State eq 'dot_pending'", "NextTryAt asc")
        .View("ambiguous", "State eq 'ambiguous'")
        .View("held", "State eq 'held'")
        .View("failed", "State eq 'rejected' or State eq 'suppressed'")
        .View("arrived", "State eq 'accepted'")
        .Figure("ambiguous", "State eq 'ambiguous'")
        .Figure("held", "State eq 'held'")
        .Chart("by-state", ChartKind.Donut, d => d.State)
        .Case(d => d.CaseId)
        .Related<JournalRow>("Journal", j => j.DeliveryId, d => d.Id)
        .Action<ResendDelivery>("resend", OutreachPermissions.Deliveries, c => c.DeliveryId, "State eq 'ambiguous' or State eq 'held'", bulk: true)
        .Action<ConfirmDelivery>("confirm", OutreachPermissions.Deliveries, c => c.DeliveryId, "State eq 'ambiguous'", bulk: true);
}

/// <summary>One line of a delivery's journal.</summary>
public sealed class JournalRow
{
    [Key] public long Id { get; init; }
    public Guid DeliveryId { get; init; }
    public DateTimeOffset At { get; init; }
    public string State { get; init; } = "";
    public long Fence { get; init; }
    public string? Note { get; init; }

    internal static IQueryable<JournalRow> Query(OutreachDb db, ICurrentUser user) => db.Journal.AsNoTracking().Select(j => new JournalRow
    {
        Id = j.Id, DeliveryId = j.DeliveryId, At = j.At, State = j.State, Fence = j.Fence, Note = j.Note,
    });

    internal static void Describe(Board<JournalRow> board) => board
        .Title(j => j.State)
        .Columns(j => j.At, j => j.State, j => j.Note)
        .Filters(j => j.State)
        .OrderBy("Id asc")
        .State(j => j.State)
        .NotInNavigation();
}
