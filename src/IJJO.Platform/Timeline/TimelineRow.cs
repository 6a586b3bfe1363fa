using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Timeline;

/// <summary>One event on the timeline of its cases and its party, projected once.</summary>
internal sealed class TimelineRow
{
    public Guid EventId { get; init; }
    public required string Name { get; init; }
    public required string Module { get; init; }
    public DateTimeOffset OccurredAt { get; init; }
    public Guid[] Cases { get; init; } = [];
    public Guid? PartyId { get; init; }
    public bool ShownToParty { get; init; }
    public required string Payload { get; init; }

    internal static void Configure(EntityTypeBuilder<TimelineRow> row)
    {
        row.ToTable("timeline");
        row.HasKey(r => r.EventId);
        row.Property(r => r.Name).HasMaxLength(200);
        row.Property(r => r.Module).HasMaxLength(40);
        row.Property(r => r.Payload).HasColumnType("jsonb");
        row.HasIndex(r => r.Cases).HasMethod("gin");
        row.HasIndex(r => r.PartyId);
    }
}
