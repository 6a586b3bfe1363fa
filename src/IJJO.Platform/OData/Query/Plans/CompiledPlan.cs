using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData;

/// <summary>A query that EF Core has compiled: what is open in it are its values and where the page starts.</summary>
internal sealed class CompiledPlan<TRow> : QueryPlan<TRow> where TRow : class
{
    private static readonly MethodInfo[] Compilers = [.. typeof(EF).GetMethods().Where(method =>
        method.Name == nameof(EF.CompileAsyncQuery) && method.GetParameters() is [{ ParameterType: { IsGenericType: true } expression }]
        && expression.GetGenericArguments()[0].GetGenericArguments()[^1] is { IsGenericType: true } result && result.GetGenericTypeDefinition() == typeof(IQueryable<>))];

    private readonly Func<DbContext, object?[], IAsyncEnumerable<TRow>> _run;
    private readonly object?[] _values;

    private CompiledPlan(PlanShape shape, AskedReader reader, Func<DbContext, object?[], IAsyncEnumerable<TRow>> run, object?[] values) : base(shape, reader)
    {
        _run = run;
        _values = values;
    }

    /// <summary>Translates a query; <c>null</c> where it has more values than EF Core keeps open.</summary>
    /// <param name="shape">What tells it from other plans of the question.</param>
    /// <param name="reader">Who asked.</param>
    /// <param name="db">A context of the module.</param>
    /// <param name="query">The query, its values taken out.</param>
    /// <param name="seen">What stands in it for the values that the page starts after.</param>
    /// <param name="start">The present ones.</param>
    public static CompiledPlan<TRow>? Of(PlanShape shape, AskedReader reader, DbContext db, OpenQuery query, IReadOnlyList<ParameterExpression> seen, IReadOnlyList<object?> start)
    {
        ParameterExpression[] open = [.. query.Values.Select(value => value.Parameter), .. seen];
        if (Compilers.FirstOrDefault(method => method.GetGenericArguments().Length == open.Length + 2) is not { } compiler) return null;

        var lambda = Expression.Lambda(query.Expression, [Expression.Parameter(db.GetType(), "db"), .. open]);
        var compiled = (Delegate)compiler.MakeGenericMethod([db.GetType(), .. open.Select(parameter => parameter.Type), typeof(TRow)]).Invoke(null, [lambda])!;
        var (anyContext, given) = (Expression.Parameter(typeof(DbContext)), Expression.Parameter(typeof(object?[])));
        var run = Expression.Lambda<Func<DbContext, object?[], IAsyncEnumerable<TRow>>>(
            Expression.Invoke(Expression.Constant(compiled), [
                Expression.Convert(anyContext, db.GetType()), .. open.Select((parameter, i) => Expression.Convert(Expression.ArrayIndex(given, Expression.Constant(i)), parameter.Type)),
            ]), anyContext, given).Compile();
        var plan = new CompiledPlan<TRow>(shape, reader, run, [.. query.Values.Select(value => value.Value)]);
        // EF Core translates at the first call, before anything is read: here, where there is another way.
        _ = plan._run(db, [.. plan._values, .. start]);
        return plan;
    }

    public override async Task ReadAsync(DbContext db, IReadOnlyList<object?> start, List<TRow> rows, CancellationToken cancel)
    {
        await foreach (var row in _run(db, [.. _values, .. start]).WithCancellation(cancel)) rows.Add(row);
    }
}
