using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData;

/// <summary>A page's query, translated once: what is left to do is to bind values, ask and read.</summary>
internal abstract class QueryPlan(PlanShape shape, AskedReader reader)
{
    // A module whose query reads more than its arguments (the day, say) is wrong no longer than this.
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);
    private readonly long _made = Environment.TickCount64;

    public PlanShape Shape => shape;

    public bool IsFresh => Environment.TickCount64 - _made < Lifetime.TotalMilliseconds;

    public bool IsFor(ICurrentUser user) => IsFresh && reader.IsLike(user);
}

/// <summary>The plan of a page of such rows.</summary>
internal abstract class QueryPlan<TRow>(PlanShape shape, AskedReader reader) : QueryPlan(shape, reader) where TRow : class
{
    /// <summary>Reads the page.</summary>
    /// <param name="db">A context of the module.</param>
    /// <param name="start">The values that the page starts after, without nulls.</param>
    /// <param name="rows">What to add the rows to.</param>
    /// <param name="cancel">Cancels the reading.</param>
    public abstract Task ReadAsync(DbContext db, IReadOnlyList<object?> start, List<TRow> rows, CancellationToken cancel);
}
