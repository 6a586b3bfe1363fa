using IJJO.Platform;

namespace IJJO.Outreach;

/// <summary>A decision has become a draft in the outbox.</summary>
[EventName("outreach.message-drafted.v1")]
public sealed record MessageDrafted(Guid MessageId, Guid CaseId, Guid PartyId, string Subject) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
}

/// <summary>A person has approved a draft; it leaves at <paramref name="SendAt"/>.</summary>
[EventName("outreach.message-approved.v1")]
public sealed record MessageApproved(Guid MessageId, Guid CaseId, Guid PartyId, string ApprovedBy, DateTimeOffset SendAt) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
}

/// <summary>The mail server of the recipient's side has taken a mail over.</summary>
[EventName("outreach.message-sent.v1")]
public sealed record MessageSent(Guid DeliveryId, Guid? MessageId, Guid? CaseId, Guid? PartyId, string Template, string Subject) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseId is { } id ? [id] : [];
    Guid? ITimelineEvent.Party => PartyId;

    // Receipts and links are answers to the party's own doing; what it should find on its page is the mail about the decision.
    bool ITimelineEvent.ShownToParty => MessageId is not null;
}

/// <summary>A mail will not arrive: refused for good, given up, or kept back.</summary>
[EventName("outreach.delivery-failed.v1")]
public sealed record DeliveryFailed(Guid DeliveryId, Guid? CaseId, Guid? PartyId, string Reason) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => CaseId is { } id ? [id] : [];
    Guid? ITimelineEvent.Party => PartyId;
}
