using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IJJO.Platform.Events;

/// <summary>Remembers, in the consumer's schema, that one handler has handled one event: it is inserted in the handler's own transaction.</summary>
/// <example><code>var handled = await db.Set&lt;InboxRow&gt;().AnyAsync(row =&gt; row.EventId == id &amp;&amp; row.Handler == nameof(WhenProposalSubmitted), cancel);</code></example>
public sealed class InboxRow
{
    /// <summary>The event.</summary>
    public Guid EventId { get; init; }

    /// <summary>The handler's class name.</summary>
    public required string Handler { get; init; }

    /// <summary>When, by the database's clock.</summary>
    public DateTimeOffset HandledAt { get; init; }

    internal static void Configure(EntityTypeBuilder<InboxRow> row)
    {
        row.ToTable("__inbox");
        row.HasKey(r => new { r.EventId, r.Handler });
        row.Property(r => r.Handler).HasMaxLength(200);
        row.Property(r => r.HandledAt).HasDefaultValueSql("now()");
    }
}
