using IJJO.Platform;

namespace IJJO.Submissions.Contracts;

/// <summary>A sender has confirmed the address: the proposal is now a case.</summary>
[EventName("submissions.proposal-submitted.v1")]
public sealed record ProposalSubmitted : ProposalEvent;

/// <summary>The sender has changed the proposal, as is possible until its evaluation starts.</summary>
[EventName("submissions.proposal-edited.v1")]
public sealed record ProposalEdited : ProposalEvent;

/// <summary>What both say.</summary>
public abstract record ProposalEvent : ITimelineEvent
{
    public required Guid CaseId { get; init; }
    public required Guid PartyId { get; init; }
    public required string Reference { get; init; }

    /// <summary><c>individual</c> or <c>entity</c>.</summary>
    public required string Kind { get; init; }
    public required string SenderName { get; init; }
    public string? EntityName { get; init; }
    public string? OrganisationType { get; init; }
    public string? Profession { get; init; }
    public required string Country { get; init; }
    public required string Language { get; init; }
    public string? Proposal { get; init; }
    public string? Interests { get; init; }
    public string? Specialisation { get; init; }
    public required IReadOnlyList<string> Themes { get; init; }
    public required IReadOnlyList<string> LinesOfWork { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }

    IReadOnlyList<Guid> ITimelineEvent.Cases => [CaseId];
    Guid? ITimelineEvent.Party => PartyId;
    bool ITimelineEvent.ShownToParty => true;
}
