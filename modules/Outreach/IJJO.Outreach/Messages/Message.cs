using IJJO.Platform;

namespace IJJO.Outreach.Messages;

/// <summary>A mail that a decision has caused and a person must approve. Nothing of it leaves before that.</summary>
public sealed class Message
{
    public required Guid Id { get; init; }
    public required Guid DecisionId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PartyId { get; init; }
    public required string Reference { get; init; }
    public required string Outcome { get; init; }
    public required string Template { get; init; }
    public required string Language { get; init; }

    [Personal("address the party", LegalBasis.Consent, 730)]
    public required string ToName { get; set; }

    /// <summary>What the template was filled with.</summary>
    [Personal("render the message again", LegalBasis.Consent, 730)]
    public required string Model { get; set; }

    [Personal("tell the party the decision", LegalBasis.Consent, 730)]
    public string Subject { get; private set; } = "";

    /// <summary>Markdown; the answer link is a placeholder until the message is approved.</summary>
    [Personal("tell the party the decision", LegalBasis.Consent, 730)]
    public string Body { get; private set; } = "";

    /// <summary>The template's version that the text was made from.</summary>
    public string TemplateHash { get; private set; } = "";

    public string State { get; private set; } = MessageState.Draft;

    /// <summary>Why it is held or failed.</summary>
    public string? Problem { get; private set; }

    public required string DecidedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public Guid? EditedById { get; private set; }
    public string? EditedBy { get; private set; }
    public string? ApprovedBy { get; private set; }
    public Guid? DeliveryId { get; private set; }
    public DateTimeOffset? SendAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }
    public uint Version { get; private set; }

    internal bool CanBeEdited => State is MessageState.Draft or MessageState.Held;
    internal bool CanBeApproved => State == MessageState.Draft;
    internal bool CanBeCancelled => State is MessageState.Draft or MessageState.Held or MessageState.Scheduled;

    internal void Render(string subject, string body, string hash, string? problem)
    {
        if (problem is null) (Subject, Body, TemplateHash) = (subject, body, hash);
        (State, Problem) = (problem is null ? MessageState.Draft : MessageState.Held, problem);
    }

    internal void Edit(string subject, string body, Guid? byId, string by)
    {
        (Subject, Body, EditedById, EditedBy) = (subject, body, byId, by);
        (State, Problem) = (MessageState.Draft, null);
    }

    /// <summary>Whether this person has had a hand in it: the decision or the last edit.</summary>
    internal bool IsBy(Guid? staffId, string name) => EditedById is not null ? EditedById == staffId : DecidedBy == name;

    internal void Approve(string by, Guid deliveryId, DateTimeOffset sendAt) =>
        (State, ApprovedBy, DeliveryId, SendAt, Problem) = (MessageState.Scheduled, by, deliveryId, sendAt, null);

    internal void Cancel() => State = MessageState.Cancelled;

    internal void MarkSent(DateTimeOffset at) => (State, SentAt, Problem) = (MessageState.Sent, at, null);

    internal void MarkFailed(string problem) => (State, Problem) = (MessageState.Failed, problem);

    internal void Forget() => (ToName, Model, Subject, Body, Problem, State) =
        ("", "{}", "", "", null, CanBeCancelled ? MessageState.Cancelled : State);
}

/// <summary>The states of a message.</summary>
public static class MessageState
{
    public const string Draft = "draft";
    public const string Held = "held";
    public const string Scheduled = "scheduled";
    public const string Sent = "sent";
    public const string Failed = "failed";
    public const string Cancelled = "cancelled";
}
