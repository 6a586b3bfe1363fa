using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.OData.Edm;

namespace IJJO.Platform.OData;

/// <summary>
/// The days of an <c>in</c> list as <see cref="DateOnly"/>. The library makes a list of a type of its own and <c>Cast</c>s it, which no row survives.
/// </summary>
internal sealed class DayLists : ExpressionVisitor
{
    public static IQueryable Apply(IQueryable query) =>
        new DayLists().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery(visited);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node is not { Method.Name: nameof(Enumerable.Cast), Arguments: [MemberExpression { Expression: ConstantExpression { Value: { } holder }, Member: PropertyInfo property }] }) return base.VisitMethodCall(node);
        var day = node.Method.GetGenericArguments()[0];
        if (property.GetValue(holder) is not IEnumerable values || (Nullable.GetUnderlyingType(day) ?? day) != typeof(DateOnly)) return base.VisitMethodCall(node);
        return day == typeof(DateOnly) ? Parameters.Of(Days(values).Select(d => d!.Value).ToList()) : Parameters.Of(Days(values).ToList());
    }

    // Marked as obsolete, without another way to what the library has made.
#pragma warning disable CS0618
    private static IEnumerable<DateOnly?> Days(IEnumerable values) => values.Cast<object?>().Select(value => value is Date date ? (DateOnly?)date : value as DateOnly?);
#pragma warning restore CS0618
}
