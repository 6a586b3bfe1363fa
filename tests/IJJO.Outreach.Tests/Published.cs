using IJJO.Platform;

namespace IJJO.Outreach.Tests;

[EventName("submissions.party-changed.v1")]
internal sealed record PartyChangedSent(Guid PartyId, string Name, string? EntityName, string Email, string Language, string Country);

[EventName("submissions.party-erased.v1")]
internal sealed record PartyErasedSent(Guid PartyId);

[EventName("evaluation.decided.v1")]
internal sealed record DecidedSent(
    Guid DecisionId, Guid CaseId, Guid PartyId, string Reference, string Outcome, string? Action, Guid? GroupId, string? GroupTitle, string Reason, string DecidedBy);

[EventName("evaluation.reopened.v1")]
internal sealed record ReopenedSent(Guid CaseId, Guid PartyId, Guid DecisionId, string Reason, string By);
