using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace IJJO.Submissions.Links;

/// <summary>A mailed link to a proposal or a draft: the sender's only key. The database knows its hash alone.</summary>
internal sealed class AccessLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    public required Guid Id { get; init; }
    public required byte[] TokenHash { get; init; }
    public Guid? ProposalId { get; init; }
    public Guid? DraftId { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>A new link with 256 random bits, and the token that only the mail will know.</summary>
    public static (AccessLink Link, string Token) To(DateTimeOffset now, Guid? proposal = null, Guid? draft = null)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        return (new AccessLink { Id = Guid.CreateVersion7(now), TokenHash = HashOf(token), ProposalId = proposal, DraftId = draft, ExpiresAt = now + Lifetime }, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
