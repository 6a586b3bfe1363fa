using IJJO.Platform;

namespace IJJO.Outreach.Deliveries;

/// <summary>
/// One mail to one person, once for ever: <see cref="Campaign"/>, <see cref="Recipient"/> and <see cref="Step"/> are unique together. The row is the
/// ledger; <see cref="Ledger"/> moves it, and whoever moves it must hold its present <see cref="Fence"/>.
/// </summary>
public sealed class Delivery
{
    public required Guid Id { get; init; }

    /// <summary>The template, for mails that the platform sends by itself; else the kind of message.</summary>
    public required string Campaign { get; init; }

    /// <summary>The address in its comparable form; after an erasure something that names nobody.</summary>
    [Personal("send the mail and never send it twice", LegalBasis.LegitimateInterest, 730)]
    public required string Recipient { get; init; }

    /// <summary>The intent: what makes it unique for this template and address.</summary>
    public required string Step { get; init; }

    public required string Class { get; init; }

    [Personal("address the recipient", LegalBasis.LegitimateInterest, 730)]
    public required string ToName { get; init; }

    public required string Language { get; init; }

    [Personal("show staff what was sent", LegalBasis.LegitimateInterest, 730)]
    public required string Subject { get; init; }

    /// <summary>The finished message. Its Message-ID and Date are fixed here, so that sending again sends the same bytes.</summary>
    [Personal("send the mail; show staff what was sent", LegalBasis.LegitimateInterest, 730)]
    public byte[]? Content { get; init; }

    /// <summary>The model of a mail that could not be rendered, to try again when the template has been mended.</summary>
    [Personal("render the mail again", LegalBasis.LegitimateInterest, 730)]
    public string? HeldModel { get; init; }

    public Guid? PartyId { get; init; }
    public Guid? CaseId { get; init; }
    public Guid? MessageId { get; init; }

    public required string State { get; init; }
    public Guid? Owner { get; init; }
    public long Fence { get; init; }
    public DateTimeOffset? LeasedUntil { get; init; }

    /// <summary>When it should leave; giving up counts from here.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public required DateTimeOffset NextTryAt { get; init; }
    public int Attempts { get; init; }

    /// <summary>How often nobody could know whether the server had taken it.</summary>
    public int Ambiguities { get; init; }

    public string? LastError { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? SettledAt { get; init; }
}

/// <summary>The states of the journal.</summary>
public static class DeliveryState
{
    /// <summary>Kept back: it could not be rendered or addressed; staff see why.</summary>
    public const string Held = "held";

    /// <summary>Waits for its time.</summary>
    public const string Queued = "queued";

    /// <summary>A host has it and has not finished the message.</summary>
    public const string Claimed = "claimed";

    /// <summary>Committed just before the final dot: from here on the server may have it.</summary>
    public const string DotPending = "dot_pending";

    /// <summary>The server has taken it over.</summary>
    public const string Accepted = "accepted";

    /// <summary>The server said "later".</summary>
    public const string Deferred = "deferred";

    /// <summary>The server said "never", or the time is up.</summary>
    public const string Rejected = "rejected";

    /// <summary>Not sent, because the address is on the suppression list or unknown to its server.</summary>
    public const string Suppressed = "suppressed";

    /// <summary>Nobody knows whether the server took it; a person decides.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>Called back by staff before it left.</summary>
    public const string Cancelled = "cancelled";
}

/// <summary>What kind of mail: it decides what happens when nobody knows whether it arrived, and which headers it carries.</summary>
public static class MailClass
{
    /// <summary>Receipts, links, reminders: when in doubt, sent again.</summary>
    public const string Confirmation = "confirmation";

    /// <summary>A message that a person has approved: when in doubt, a person decides.</summary>
    public const string Decision = "decision";

    /// <summary>Sent to a list: when in doubt, a person decides; it carries the unsubscribe headers.</summary>
    public const string Newsletter = "newsletter";
}

/// <summary>One line of a delivery's journal.</summary>
public sealed class JournalEntry
{
    public long Id { get; init; }
    public required Guid DeliveryId { get; init; }
    public required long Fence { get; init; }
    public required string State { get; init; }
    public string? Note { get; init; }
    public DateTimeOffset At { get; init; }
}
