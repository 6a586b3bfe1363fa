using IJJO.Platform;

namespace IJJO.Outreach.Suppressions;

/// <summary>An address that gets nothing, or nothing of one kind.</summary>
public sealed class Suppression
{
    public required Guid Id { get; init; }

    [Personal("send nothing to this address", LegalBasis.LegalObligation, 0)]
    public required string Address { get; init; }

    /// <summary>One of <see cref="SuppressionScope"/>.</summary>
    public required string Scope { get; init; }

    /// <summary>One of <see cref="SuppressionReason"/>.</summary>
    public required string Reason { get; init; }

    /// <summary>What the server or the person said.</summary>
    [Personal("say why nothing is sent", LegalBasis.LegitimateInterest, 730)]
    public string? Evidence { get; init; }

    public string? AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }
    public DateTimeOffset? ExpiresAt { get; init; }
}

/// <summary>What is kept from an address.</summary>
public static class SuppressionScope
{
    public const string All = "all";
    public const string Newsletter = MailClassNewsletter;
    private const string MailClassNewsletter = Deliveries.MailClass.Newsletter;
}

/// <summary>Why.</summary>
public static class SuppressionReason
{
    public const string UnknownMailbox = "unknown-mailbox";
    public const string Unsubscribed = "unsubscribed";
    public const string Complaint = "complaint";
    public const string Requested = "requested";
}
