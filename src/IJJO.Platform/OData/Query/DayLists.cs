using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.OData.Edm;

namespace IJJO.Platform.OData;

/// <summary>
/// The days of an <c>in</c> list as <see cref="DateOnly"/>, its times as <see cref="TimeOnly"/>. The library makes a list of a type of its own and <c>Cast</c>s it, which no row survives.
/// </summary>
internal sealed class DayLists : ExpressionVisitor
{
    public static IQueryable Apply(IQueryable query) =>
        new DayLists().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery(visited);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node is not { Method.Name: nameof(Enumerable.Cast), Arguments: [MemberExpression { Expression: ConstantExpression { Value: { } holder }, Member: PropertyInfo property }] }) return base.VisitMethodCall(node);
        var element = node.Method.GetGenericArguments()[0];
        if (property.GetValue(holder) is not IEnumerable values) return base.VisitMethodCall(node);
        return (Nullable.GetUnderlyingType(element) ?? element) switch
        {
            var type when type == typeof(DateOnly) => List(values.Cast<object?>().Select(Day), element),
            var type when type == typeof(TimeOnly) => List(values.Cast<object?>().Select(TimesOfDay.Time), element),
            _ => base.VisitMethodCall(node),
        };
    }

    private static Expression List<T>(IEnumerable<T?> values, Type element) where T : struct =>
        element == typeof(T) ? Parameters.Of(values.Select(value => value!.Value).ToList()) : Parameters.Of(values.ToList());

    // Marked as obsolete, without another way to what the library has made.
#pragma warning disable CS0618
    private static DateOnly? Day(object? value) => value is Date date ? (DateOnly)date : value as DateOnly?;
#pragma warning restore CS0618
}
