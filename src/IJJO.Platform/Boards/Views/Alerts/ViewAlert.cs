using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Boards;

/// <summary>Somebody wants a mail when new rows enter a view.</summary>
internal sealed class ViewAlert
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }
    public required string Module { get; init; }
    public required string Set { get; init; }
    public required string View { get; init; }
    public required AlertRhythm Rhythm { get; set; }

    /// <summary>Whether the mail names the first rows. Without it the mail says how many there are and where.</summary>
    public bool NamesRows { get; set; }

    /// <summary>What the view asked for when its rows were looked at last. Another question makes other rows, which are not new for that.</summary>
    public string? SeenWith { get; set; }

    public DateTimeOffset DueAt { get; set; }

    /// <summary>How many mails it has caused; part of what makes each of them unique.</summary>
    public int Mails { get; set; }

    /// <summary>Why it is off: the end of a key <c>alert.off.…</c> of the texts; <c>null</c> while it is on.</summary>
    public string? OffReason { get; set; }

    internal static void Configure(EntityTypeBuilder<ViewAlert> alert)
    {
        alert.ToTable("view_alert");
        alert.Property(a => a.Module).HasMaxLength(40);
        alert.Property(a => a.Set).HasMaxLength(100);
        alert.Property(a => a.View).HasMaxLength(100);
        alert.Property(a => a.Rhythm).HasConversion<string>().HasMaxLength(10);
        alert.Property(a => a.OffReason).HasMaxLength(20);
        alert.HasIndex(a => a.DueAt).HasFilter("off_reason IS NULL");
        alert.HasIndex(a => new { a.AccountId, a.Module, a.Set, a.View }).IsUnique();
    }
}

internal enum AlertRhythm
{
    /// <summary>Within a minute or two.</summary>
    AtOnce,

    /// <summary>One mail in the morning, where there is something.</summary>
    Daily,
}

/// <summary>Why an alert was switched off.</summary>
internal static class AlertOff
{
    public const string Stopped = "stopped", MayNotRead = "may-not-read", Gone = "gone", Unfit = "unfit", TooMany = "too-many";
}

/// <summary>A row that an alert has seen in its view, by its key.</summary>
internal sealed class SeenRow
{
    public required Guid AlertId { get; init; }
    public required string Key { get; init; }

    internal static void Configure(EntityTypeBuilder<SeenRow> row)
    {
        row.ToTable("view_alert_row").HasKey(r => new { r.AlertId, r.Key });
        row.HasOne<ViewAlert>().WithMany().HasForeignKey(r => r.AlertId).OnDelete(DeleteBehavior.Cascade);
    }
}
