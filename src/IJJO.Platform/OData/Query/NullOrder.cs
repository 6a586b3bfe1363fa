using System.Linq.Expressions;

namespace IJJO.Platform.OData;

/// <summary>
/// Puts null before other values in ascending order and after them in descending order (OData 4.01 part 2, 5.1.1.6), where the library has sorted: PostgreSQL
/// has it the other way round.
/// </summary>
internal sealed class NullOrder : ExpressionVisitor
{
    public static IQueryable Apply(IQueryable query) =>
        new NullOrder().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery(visited);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType != typeof(Queryable) || node.Arguments is not [var rows, UnaryExpression { Operand: LambdaExpression by } quoted] || !CanBeNull(by.ReturnType)) return base.VisitMethodCall(node);
        var (isNull, then) = node.Method.Name switch
        {
            nameof(Queryable.OrderBy) => (nameof(Queryable.OrderByDescending), nameof(Queryable.ThenBy)),
            nameof(Queryable.ThenBy) => (nameof(Queryable.ThenByDescending), nameof(Queryable.ThenBy)),
            nameof(Queryable.OrderByDescending) => (nameof(Queryable.OrderBy), nameof(Queryable.ThenByDescending)),
            nameof(Queryable.ThenByDescending) => (nameof(Queryable.ThenBy), nameof(Queryable.ThenByDescending)),
            _ => (null, null),
        };
        if (isNull is null) return base.VisitMethodCall(node);
        var test = Expression.Lambda(Expression.Equal(by.Body, Expression.Constant(null, by.ReturnType)), by.Parameters);
        var first = Expression.Call(typeof(Queryable), isNull, [by.Parameters[0].Type, typeof(bool)], Visit(rows), Expression.Quote(test));
        return Expression.Call(typeof(Queryable), then!, [by.Parameters[0].Type, by.ReturnType], first, quoted);
    }

    private static bool CanBeNull(Type type) => !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
}
