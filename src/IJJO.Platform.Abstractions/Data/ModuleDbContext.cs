using System.Text.Json;
using IJJO.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IJJO.Platform;

/// <summary>
/// The context of one module: its tables live in the schema named after the module's key, with the outbox and inbox of events
/// beside them. No foreign key leaves the schema.
/// </summary>
/// <example><code>
/// public sealed class HelloDb(DbContextOptions&lt;HelloDb&gt; options) : ModuleDbContext(options)
/// {
///     public DbSet&lt;Greeting&gt; Greetings =&gt; Set&lt;Greeting&gt;();
///     protected override void Configure(ModelBuilder model) =&gt; model.Entity&lt;Greeting&gt;().Property(g =&gt; g.Text).HasMaxLength(200);
/// }
/// </code></example>
/// <param name="options">The options; the platform supplies them.</param>
public abstract class ModuleDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The name of the PostgreSQL channel that wakes the event dispatcher; the payload is the schema.</summary>
    public const string EventChannel = "ijjo_outbox";

    private bool _hasNewEvents;
    private DateTimeOffset _lastEventId;
    private DatabaseFacade? _database;

    /// <summary>
    /// The database. A transaction that is begun inside another one is a savepoint of it, so that a handler with its own transaction can be one of
    /// several that are carried out together or not at all.
    /// </summary>
    public override DatabaseFacade Database => _database ??= new JoiningDatabase(this);

    /// <summary>The schema of this context.</summary>
    public string Schema => ModuleAttribute.Of(GetType().Assembly).Schema;

    /// <summary>
    /// Publishes an event in the transaction of the next <see cref="SaveChangesAsync(bool, CancellationToken)"/>: it is delivered if, and only
    /// if, that succeeds; at least once to each handler, once in effect.
    /// </summary>
    /// <param name="event">A record with <see cref="EventNameAttribute"/>; it is stored as JSON.</param>
    /// <param name="occurredAt">When it happened; <c>null</c> for the moment of saving (only imports and samples say otherwise).</param>
    public void Publish(object @event, DateTimeOffset? occurredAt = null)
    {
        var name = EventNameAttribute.On(@event.GetType());
        var story = @event as ITimelineEvent;
        Set<OutboxRow>().Add(new OutboxRow
        {
            Id = NextEventId(),
            Name = name.Name,
            Waits = name.Waits,
            Payload = JsonSerializer.Serialize(@event, @event.GetType(), EventJson.Options),
            OccurredAt = occurredAt,
            TraceParent = System.Diagnostics.Activity.Current?.Id,
            Cases = story?.Cases.ToArray(),
            PartyId = story?.Party,
            ShownToParty = story?.ShownToParty ?? false,
        });
        _hasNewEvents = true;
    }

    /// <summary>
    /// Version 7 identifiers of one millisecond are in no order; events of one transaction must keep theirs, so each is a millisecond later.
    /// </summary>
    private Guid NextEventId()
    {
        var now = TimeProvider.System.GetUtcNow();
        _lastEventId = now > _lastEventId.AddMilliseconds(1) ? now : _lastEventId.AddMilliseconds(1);
        return Guid.CreateVersion7(_lastEventId);
    }

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (!_hasNewEvents) return saved;
        _hasNewEvents = false;
        // Inside a transaction PostgreSQL holds the notification back until the commit.
        await Database.ExecuteSqlAsync($"SELECT pg_notify({EventChannel}, {Schema})", cancellationToken);
        return saved;
    }

    /// <summary>The module's tables.</summary>
    /// <param name="model">The model builder.</param>
    protected abstract void Configure(ModelBuilder model);

    /// <inheritdoc />
    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        OutboxRow.Configure(modelBuilder.Entity<OutboxRow>());
        InboxRow.Configure(modelBuilder.Entity<InboxRow>());
        Configure(modelBuilder);
    }
}
