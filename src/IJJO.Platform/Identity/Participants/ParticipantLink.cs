using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>
/// A mailed link by which a party signs in; the secret in it is kept as a hash. It may be used again until it expires: people open a mail
/// on the telephone and later at the desk.
/// </summary>
internal sealed class ParticipantLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required byte[] Hash { get; init; }
    public required Guid PartyId { get; init; }

    [Personal("greet the participant", LegalBasis.Consent, 30)]
    public required string Name { get; init; }

    public required string Path { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }

    internal static void Configure(EntityTypeBuilder<ParticipantLink> link)
    {
        link.ToTable("participant_link");
        link.Property(l => l.Name).HasMaxLength(200);
        link.Property(l => l.Path).HasMaxLength(2000);
        link.HasIndex(l => l.Hash).IsUnique();
        link.HasIndex(l => l.PartyId);
    }
}
