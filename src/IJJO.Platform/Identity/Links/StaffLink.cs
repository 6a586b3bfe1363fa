using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Identity;

/// <summary>What a one-time link for staff is for.</summary>
internal enum StaffLinkPurpose
{
    /// <summary>Makes the first administrator; belongs to no account yet.</summary>
    FirstAdministrator,

    /// <summary>Sets the first passkey or password of an account.</summary>
    Invite,

    /// <summary>Sets a new password.</summary>
    Reset,
}

/// <summary>A link that works once, until it expires; the secret in it is kept as a hash.</summary>
internal sealed class StaffLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required StaffLinkPurpose Purpose { get; init; }
    public Guid? AccountId { get; init; }
    public required byte[] Hash { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; private set; }

    internal static void Configure(EntityTypeBuilder<StaffLink> link)
    {
        link.ToTable("staff_link");
        link.Property(l => l.Purpose).HasConversion<string>().HasMaxLength(30);
        link.HasIndex(l => l.Hash).IsUnique();
        link.HasOne<StaffAccount>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
