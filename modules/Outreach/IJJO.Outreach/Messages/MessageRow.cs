using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Messages;

/// <summary>A message of the outbox.</summary>
public sealed class MessageRow
{
    [Key] public Guid Id { get; init; }
    public string Reference { get; init; } = "";
    public string Recipient { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Outcome { get; init; } = "";
    public string Language { get; init; } = "";
    public string State { get; init; } = "";
    public string? Problem { get; init; }
    public string DecidedBy { get; init; } = "";
    public string? ApprovedBy { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SendAt { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public Guid CaseId { get; init; }
    public Guid? DeliveryId { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<MessageRow> Query(OutreachDb db, ICurrentUser user) => db.Messages.AsNoTracking().Select(m => new MessageRow
    {
        Id = m.Id, Reference = m.Reference, Recipient = m.ToName, Subject = m.Subject, Outcome = m.Outcome, Language = m.Language, State = m.State,
        Problem = m.Problem, DecidedBy = m.DecidedBy, ApprovedBy = m.ApprovedBy, CreatedAt = m.CreatedAt, SendAt = m.SendAt, SentAt = m.SentAt,
        CaseId = m.CaseId, DeliveryId = m.DeliveryId, Version = m.Version,
    });

    internal static void Describe(Board<MessageRow> board) => board
        .Title(m => m.Subject, m => m.Recipient)
        .Columns(m => m.Reference, m => m.Recipient, m => m.Subject, m => m.Outcome, m => m.Language, m => m.State, m => m.CreatedAt, m => m.SendAt)
        .Search(m => m.Recipient, m => m.Subject, m => m.Reference)
        .Filters(m => m.State, m => m.Outcome, m => m.Language, m => m.SentAt)
        .OrderBy("CreatedAt desc")
        .State(m => m.State)
        .State(m => m.Outcome)
        .Vocabulary(m => m.Language, Platform.Vocabulary.Language)
        .LongText(m => m.Problem)
        .View("drafts", "State eq 'draft'", "CreatedAt asc")
        .View("held", "State eq 'held'")
        .View("scheduled", "State eq 'scheduled'", "SendAt asc")
        .View("sent", "State eq 'sent'", "SentAt desc")
        .View("failed", "State eq 'failed' or State eq 'cancelled'")
        .Figure("drafts", "State eq 'draft'")
        .Figure("scheduled", "State eq 'scheduled'")
        .Trend("sent", m => m.SentAt, "State eq 'sent'")
        .Chart("by-outcome", ChartKind.Donut, m => m.Outcome)
        .OnHome("sent")
        .Case(m => m.CaseId)
        .RecordPage("/staff/outreach/messages/{Id}")
        .Action<ApproveMessage>("approve", OutreachPermissions.Approve, c => c.MessageId, "State eq 'draft'", bulk: true, version: c => c.Version)
        .Action<ScheduleMessage>("schedule", OutreachPermissions.Approve, c => c.MessageId, "State eq 'draft'", bulk: true, version: c => c.Version)
        .Action<CancelMessage>("cancel", OutreachPermissions.Write, c => c.MessageId, "State eq 'draft' or State eq 'held' or State eq 'scheduled'", bulk: true, version: c => c.Version);
}
