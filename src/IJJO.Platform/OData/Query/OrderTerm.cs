using System.Linq.Expressions;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>One property that rows are ordered by.</summary>
internal sealed record OrderTerm(RowProperty Property, bool Descending)
{
    // OData 4.01 part 2, 5.1.1.6: null comes before other values in ascending order. PostgreSQL has it the other way round.
    public bool NullsFirst => !Descending;

    /// <summary>Whether "comes after" can be said of the property's values in SQL: not of an enumeration (it may be stored as text) or a collection.</summary>
    public static bool CanCompare(RowProperty property) =>
        !property.Type.IsCollection && !property.Type.IsEnum && property.Type.Element != typeof(byte[]) && property.Type.Element != typeof(TimeSpan);

    /// <summary>Whether the order is by what the row has, and not by something that <c>$compute</c> makes.</summary>
    public static bool IsOfRow(OrderByClause? order) => order is null || IsOfRow(order.Expression) && IsOfRow(order.ThenBy);

    private static bool IsOfRow(QueryNode node) => node switch
    {
        SingleValueOpenPropertyAccessNode => false,
        SingleValueFunctionCallNode call => call.Parameters.All(IsOfRow),
        BinaryOperatorNode binary => IsOfRow(binary.Left) && IsOfRow(binary.Right),
        UnaryOperatorNode unary => IsOfRow(unary.Operand),
        ConvertNode convert => IsOfRow(convert.Source),
        _ => true,
    };

    /// <param name="row">The row.</param>
    /// <param name="seen">The value that the row's comes after; <c>null</c> for null.</param>
    public Expression After(ParameterExpression row, Expression? seen)
    {
        var value = Expression.Property(row, Property.Info);
        if (seen is null) return NullsFirst ? NotNull(value) : Expression.Constant(false);
        var beyond = Compare(value, seen, Descending ? ExpressionType.LessThan : ExpressionType.GreaterThan);
        return Property.IsNullable && !NullsFirst ? Expression.OrElse(beyond, Expression.Not(NotNull(value))) : beyond;
    }

    public Expression NotBefore(ParameterExpression row, Expression seen) =>
        Compare(Expression.Property(row, Property.Info), seen, Descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual);

    public Expression Same(ParameterExpression row, Expression? seen)
    {
        var value = Expression.Property(row, Property.Info);
        return seen is null ? Expression.Not(NotNull(value)) : Expression.Equal(value, seen);
    }

    private static BinaryExpression NotNull(Expression value) => Expression.NotEqual(value, Expression.Constant(null, value.Type));

    private BinaryExpression Compare(Expression value, Expression seen, ExpressionType comparison)
    {
        if (value.Type == typeof(string))
            return Expression.MakeBinary(comparison, Expression.Call(typeof(string), nameof(string.Compare), null, value, seen), Expression.Constant(0));
        // false comes before true, and PostgreSQL has no other comparison of booleans that EF Core knows.
        return Property.Type.Element == typeof(bool) ? Expression.MakeBinary(comparison, Number(value), Number(seen)) : Expression.MakeBinary(comparison, value, seen);
    }

    private static ConditionalExpression Number(Expression value) =>
        Expression.Condition(Expression.Equal(value, Expression.Constant(true, value.Type)), Expression.Constant(1), Expression.Constant(0));
}
