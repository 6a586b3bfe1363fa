using IJJO.Platform;

namespace IJJO.Submissions.Parties;

/// <summary>One yes or no to one purpose, with the words it was given to. Rows are only added: together they prove what was agreed when.</summary>
internal sealed class Consent
{
    public required Guid Id { get; init; }
    public required Guid ProposalId { get; init; }

    /// <summary>Known from the moment the sender's address is confirmed.</summary>
    public Guid? PartyId { get; set; }

    public required string Purpose { get; init; }
    public required bool Given { get; init; }

    /// <summary>The words in the language they were read in.</summary>
    public required string Text { get; init; }

    /// <summary>The start of the words' SHA-256: equal versions are equal words.</summary>
    public required string TextVersion { get; init; }

    public required string Language { get; init; }
    public required DateTimeOffset At { get; init; }
}
