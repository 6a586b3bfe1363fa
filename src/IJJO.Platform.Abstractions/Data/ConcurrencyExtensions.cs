using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform;

/// <summary>Optimistic concurrency for commands that carry the version their caller has seen.</summary>
/// <example><code>
/// db.Expect(group, command.Version);
/// group.Rename(command.Title);
/// await db.SaveChangesAsync(cancel);
/// </code></example>
public static class ConcurrencyExtensions
{
    /// <summary>
    /// Demands that the row is still at the version the caller saw, so that saving throws <see cref="DbUpdateConcurrencyException"/>
    /// (HTTP 412) when somebody else was faster. Does nothing without a version.
    /// </summary>
    /// <param name="db">The context that tracks the entity.</param>
    /// <param name="entity">An entity whose property <c>Version</c> is a row version.</param>
    /// <param name="version">The version the caller saw, from its ETag.</param>
    public static void Expect(this DbContext db, object entity, uint? version)
    {
        if (version is { } seen) db.Entry(entity).Property("Version").OriginalValue = seen;
    }
}
