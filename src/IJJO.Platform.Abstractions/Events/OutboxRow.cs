using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Events;

/// <summary>An event on its way, in the publisher's schema. The dispatcher owns it; modules only publish.</summary>
/// <example><code>
/// // In a test: what a command has published.
/// var names = await db.Set&lt;OutboxRow&gt;().Select(row =&gt; row.Name).ToListAsync(cancel);
/// </code></example>
public sealed class OutboxRow
{
    /// <summary>The event's identity (UUID version 7), which every inbox remembers.</summary>
    public Guid Id { get; init; }

    /// <summary>The wire name.</summary>
    public required string Name { get; init; }

    /// <summary>The event as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it happened; the database's clock unless the publisher said otherwise.</summary>
    public DateTimeOffset? OccurredAt { get; init; }

    /// <summary>The W3C trace context of the publisher.</summary>
    public string? TraceParent { get; init; }

    /// <summary>The cases on whose timeline it belongs; <c>null</c> for an event that is not part of a story.</summary>
    public Guid[]? Cases { get; init; }

    /// <summary>The party on whose timeline it belongs.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>Whether the party may read it.</summary>
    public bool ShownToParty { get; init; }

    /// <summary>Whether it waits for a handler instead of being done when nobody listens.</summary>
    public bool Waits { get; init; }

    /// <summary>When the dispatcher may lease it, by the database's clock.</summary>
    public DateTimeOffset NextTryAt { get; init; }

    /// <summary>How often it was leased.</summary>
    public int Attempts { get; init; }

    /// <summary>What went wrong last, for staff.</summary>
    public string? LastError { get; init; }

    /// <summary>When every handler was done.</summary>
    public DateTimeOffset? DoneAt { get; init; }

    internal static void Configure(EntityTypeBuilder<OutboxRow> row)
    {
        row.ToTable("__outbox");
        row.Property(r => r.Name).HasMaxLength(200);
        row.Property(r => r.Payload).HasColumnType("jsonb");
        row.Property(r => r.OccurredAt).HasDefaultValueSql("now()");
        row.Property(r => r.NextTryAt).HasDefaultValueSql("now()").ValueGeneratedOnAdd();
        row.Property(r => r.TraceParent).HasMaxLength(64);
        row.HasIndex(r => r.NextTryAt).HasFilter("done_at IS NULL");
    }
}
