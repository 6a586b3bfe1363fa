using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using IJJO.Platform;

namespace IJJO.Outreach.Answers;

/// <summary>Something offered to a party, and its answer. The page behind the mailed link shows it.</summary>
public sealed class Offer
{
    public required Guid DecisionId { get; init; }
    public required Guid CaseId { get; init; }
    public required Guid PartyId { get; init; }
    public required string Reference { get; init; }

    /// <summary>An id of the vocabulary <c>action</c>.</summary>
    public required string Action { get; init; }

    public required bool IsGroup { get; init; }
    public Guid? GroupId { get; init; }
    public string? GroupTitle { get; init; }

    [Personal("tell the party why", LegalBasis.Consent, 730)]
    public required string Reason { get; set; }

    /// <summary>SHA-256 of the secret in the link; none before the message is approved or after an erasure.</summary>
    public byte[]? TokenHash { get; private set; }

    /// <summary>One of <see cref="OfferAnswer"/>.</summary>
    public string? Answer { get; private set; }

    [Personal("know what the party wants", LegalBasis.Consent, 730)]
    public string? AnswerReason { get; private set; }

    public DateOnly? PreferredDate { get; private set; }
    public string? DisplayAs { get; private set; }

    [Personal("appear in the group as the party wants", LegalBasis.Consent, 730)]
    public string? Pseudonym { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Accepting and declining are final, because others act on them; a wish for another date is not.</summary>
    internal bool IsOpen => Answer is null or OfferAnswer.OtherDate;

    /// <summary>Makes the secret of the link; an earlier one stops working.</summary>
    internal string NewToken()
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        TokenHash = HashOf(secret);
        return secret;
    }

    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    internal void Take(string answer, string? reason, DateOnly? preferredDate, string displayAs, string? pseudonym, DateTimeOffset at) =>
        (Answer, AnswerReason, PreferredDate, DisplayAs, Pseudonym, AnsweredAt) = (answer, reason, preferredDate, displayAs, pseudonym, at);

    /// <summary>The decision no longer stands: the link stops working.</summary>
    internal void Withdraw() => TokenHash = null;

    internal void Forget() => (TokenHash, Reason, AnswerReason, Pseudonym) = (null, "", null, null);
}

/// <summary>What a party can answer.</summary>
public static class OfferAnswer
{
    public const string Accepted = "accepted";
    public const string OtherDate = "other-date";
    public const string Declined = "declined";
}
