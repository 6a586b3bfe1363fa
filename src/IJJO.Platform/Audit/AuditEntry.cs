using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Audit;

/// <summary>
/// One thing that a member of staff did, or one personal record that they opened. Rows hold ids only: no personal data can outlive an
/// erasure here. A trigger in the first migration refuses to change or delete them.
/// </summary>
internal sealed class AuditEntry
{
    internal const int LongestTarget = 100;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public DateTimeOffset At { get; init; }
    public Guid? StaffId { get; init; }
    public required AuditKind Kind { get; init; }

    /// <summary>The command's name or the page's path without ids, such as <c>evaluation.assign</c> or <c>submissions/Parties</c>.</summary>
    public required string What { get; init; }

    /// <summary>The key of the thing it was done to, if there is one.</summary>
    public string? Target { get; init; }

    internal static void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit");
        entry.Property(e => e.At).HasDefaultValueSql("now()");
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(10);
        entry.Property(e => e.What).HasMaxLength(200);
        entry.Property(e => e.Target).HasMaxLength(LongestTarget);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => e.Target);
    }
}

/// <summary>The two things worth remembering.</summary>
internal enum AuditKind
{
    Did,
    Opened,
}
