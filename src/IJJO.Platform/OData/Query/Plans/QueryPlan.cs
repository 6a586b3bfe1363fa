using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

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

internal sealed class QueryPlan<TRow> : QueryPlan where TRow : class
{
    private static readonly MethodInfo[] Compilers = [.. typeof(EF).GetMethods().Where(method =>
        method.Name == nameof(EF.CompileAsyncQuery) && method.GetParameters() is [{ ParameterType: { IsGenericType: true } expression }]
        && expression.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } result && result.GetGenericTypeDefinition() == typeof(IQueryable<>))];

    private readonly Func<DbContext, object?[], IAsyncEnumerable<TRow>> _run;
    private readonly object?[] _values;

    private QueryPlan(PlanShape shape, AskedReader reader, Func<DbContext, object?[], IAsyncEnumerable<TRow>> run, object?[] values) : base(shape, reader)
    {
        _run = run;
        _values = values;
    }

    /// <summary>
    /// Translates a query; <c>null</c> where it is not the same each time it is made, as it then depends on more than the answers of its reader, or where it has
    /// more values than EF Core keeps open.
    /// </summary>
    /// <param name="shape">What tells it from other plans of the question.</param>
    /// <param name="reader">Who asked.</param>
    /// <param name="db">A context of the module.</param>
    /// <param name="query">The query as it is made for the reader whose answers are noted.</param>
    /// <param name="again">The query as it is made for the reader in person.</param>
    /// <param name="seen">What stands in both for the values that the page starts after.</param>
    /// <param name="start">The present ones.</param>
    public static QueryPlan<TRow>? Of(
        PlanShape shape, AskedReader reader, DbContext db, IQueryable<TRow> query, IQueryable<TRow> again, IReadOnlyList<ParameterExpression> seen, IReadOnlyList<object?> start)
    {
        var (opened, values) = OpenValues.Of(query.Expression);
        var (same, sameValues) = OpenValues.Of(again.Expression);
        if (!ExpressionEqualityComparer.Instance.Equals(opened, same) || !sameValues.SequenceEqual(values, SameValue.Instance)) return null;
        ParameterExpression[] open = [.. values.Select(value => value.Parameter), .. seen];
        if (Compilers.FirstOrDefault(method => method.GetGenericArguments().Length == open.Length + 2) is not { } compiler) return null;

        var lambda = Expression.Lambda(opened, [Expression.Parameter(db.GetType(), "db"), .. open]);
        var compiled = (Delegate)compiler.MakeGenericMethod([db.GetType(), .. open.Select(parameter => parameter.Type), typeof(TRow)]).Invoke(null, [lambda])!;
        var (anyContext, given) = (Expression.Parameter(typeof(DbContext)), Expression.Parameter(typeof(object?[])));
        var run = Expression.Lambda<Func<DbContext, object?[], IAsyncEnumerable<TRow>>>(
            Expression.Invoke(Expression.Constant(compiled), [
                Expression.Convert(anyContext, db.GetType()), .. open.Select((parameter, i) => Expression.Convert(Expression.ArrayIndex(given, Expression.Constant(i)), parameter.Type)),
            ]), anyContext, given).Compile();
        var plan = new QueryPlan<TRow>(shape, reader, run, [.. values.Select(value => value.Value)]);
        // EF Core translates at the first call, before anything is read: here, where there is another way.
        _ = plan.Read(db, start);
        return plan;
    }

    public IAsyncEnumerable<TRow> Read(DbContext db, IReadOnlyList<object?> start) => _run(db, [.. _values, .. start]);
}
