using System.Linq.Expressions;
using Microsoft.OData.Edm;
using static System.Linq.Expressions.ExpressionType;

namespace IJJO.Platform.OData;

/// <summary>
/// Turns comparisons of times of day into comparisons with the column itself. The library reckons ticks out of hour, minute, second and millisecond, the last of
/// which has no translation.
/// </summary>
internal sealed class TimesOfDay : ExpressionVisitor
{
    public static IQueryable Apply(IQueryable query) =>
        new TimesOfDay().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery(visited);

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (Equal or NotEqual or LessThan or LessThanOrEqual or GreaterThan or GreaterThanOrEqual)) return base.VisitBinary(node);
        return TimeOf(node.Left) is { } left && TimeOf(node.Right) is { } right ? Expression.MakeBinary(node.NodeType, left, right) : base.VisitBinary(node);
    }

    /// <summary>What the ticks are reckoned of: a column or a value.</summary>
    private static Expression? TimeOf(Expression value)
    {
        if (DateRanges.Bare(value) is not BinaryExpression { NodeType: Add, Left: BinaryExpression { NodeType: Multiply, Left: var hours } } || DateRanges.Bare(hours) is not MemberExpression { Member.Name: "Hour" or "Hours", Expression: { } time }) return null;
        if (Time(DateRanges.Value(time)) is { } known) return Parameters.Of(known, typeof(TimeOnly?));
        return DateRanges.Whole(time) is var column && (column.Type == typeof(TimeOnly) || column.Type == typeof(TimeOnly?)) ? Expression.Convert(column, typeof(TimeOnly?)) : null;
    }

    // Marked as obsolete, without another way to what the library has made.
#pragma warning disable CS0618
    public static TimeOnly? Time(object? value) => value is TimeOfDay time ? (TimeOnly)time : value as TimeOnly?;
#pragma warning restore CS0618
}
