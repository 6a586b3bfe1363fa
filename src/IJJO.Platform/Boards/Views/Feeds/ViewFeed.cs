using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Boards;

/// <summary>
/// The secret by which a person's feed reader reads one view. Feed readers know addresses only, so the secret is in it: it opens this one view, for reading,
/// with what its owner may see at that moment. It is kept as a hash; revoking it deletes the row.
/// </summary>
internal sealed class ViewFeed
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Module { get; init; }
    public required string Set { get; init; }
    public required string View { get; init; }
    public required byte[] Hash { get; init; }
    public DateTimeOffset MadeAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }

    internal static void Configure(EntityTypeBuilder<ViewFeed> feed)
    {
        feed.ToTable("view_feed");
        feed.Property(f => f.Module).HasMaxLength(40);
        feed.Property(f => f.Set).HasMaxLength(100);
        feed.Property(f => f.View).HasMaxLength(100);
        feed.HasIndex(f => f.Hash).IsUnique();
        feed.HasIndex(f => new { f.AccountId, f.Module, f.Set, f.View }).IsUnique();
    }
}
