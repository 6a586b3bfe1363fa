using IJJO.Platform;

namespace IJJO.Evaluation.Contracts;

/// <summary>A decision took effect. The party learns of it by the mail that Outreach drafts, once staff have approved that.</summary>
/// <param name="DecisionId">The decision; an answer of the party refers to it.</param>
/// <param name="CaseId">The case.</param>
/// <param name="PartyId">The party.</param>
/// <param name="Reference">The case's public number.</param>
/// <param name="Outcome"><c>action-offered</c>, <c>roster</c>, <c>referred</c> or <c>declined</c>.</param>
/// <param name="Action">The action offered, an id of the vocabulary <c>action</c>.</param>
/// <param name="GroupId">The working group offered.</param>
/// <param name="GroupTitle">Its title.</param>
/// <param name="Reason">The reasons as the party will read them.</param>
/// <param name="DecidedBy">Who decided.</param>
/// <param name="SenderName">Who is told, so that what the decision causes can be said with a name.</param>
[EventName("evaluation.decided.v1")]
public sealed record EvaluationDecided(
    Guid DecisionId, Guid CaseId, Guid PartyId, string Reference, string Outcome, string? Action, Guid? GroupId, string? GroupTitle, string Reason,
    string DecidedBy, string? SenderName = null) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
}
