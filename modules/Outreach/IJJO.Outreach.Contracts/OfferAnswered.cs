using IJJO.Platform;

namespace IJJO.Outreach;

/// <summary>The party has answered an offer on the page behind the mailed link.</summary>
/// <param name="DecisionId">The decision that made the offer.</param>
/// <param name="CaseId">The case.</param>
/// <param name="PartyId">The party.</param>
/// <param name="Action">The offered action, an id of the vocabulary <c>action</c>.</param>
/// <param name="GroupId">The working group that was offered.</param>
/// <param name="Answer"><c>accepted</c>, <c>other-date</c> or <c>declined</c>.</param>
/// <param name="Reason">What the party said about it.</param>
/// <param name="PreferredDate">The date it prefers.</param>
/// <param name="DisplayAs">How it wants to appear in the group: <c>name</c>, <c>entity</c> or <c>pseudonym</c>.</param>
/// <param name="Pseudonym">The pseudonym, where chosen.</param>
/// <param name="Name">The person's name.</param>
/// <param name="EntityName">The entity's name.</param>
/// <param name="AnsweredAt">When.</param>
[EventName("outreach.offer-answered.v1")]
public sealed record OfferAnswered(
    Guid DecisionId, Guid CaseId, Guid PartyId, string Action, Guid? GroupId, string Answer, string? Reason, DateOnly? PreferredDate,
    string DisplayAs, string? Pseudonym, string Name, string? EntityName, DateTimeOffset AnsweredAt) : ITimelineEvent
{
    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
    bool ITimelineEvent.ShownToParty => true;
}
