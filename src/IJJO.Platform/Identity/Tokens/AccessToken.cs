using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Identity;

/// <summary>A key that a person makes for a program (Excel, Power BI, a script). It never allows more than its owner, and only at <c>/odata</c>.</summary>
internal sealed class AccessToken
{
    /// <summary>Lets secret scanners and people recognise one that leaked.</summary>
    internal const string Prefix = "ijjo_";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }
    public required string[] Permissions { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    internal static void Configure(EntityTypeBuilder<AccessToken> token)
    {
        token.ToTable("access_token");
        token.Property(t => t.Name).HasMaxLength(100);
        token.HasIndex(t => t.Hash).IsUnique();
        token.HasOne<StaffAccount>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
