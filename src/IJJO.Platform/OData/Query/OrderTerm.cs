using System.Linq.Expressions;
using System.Text.Json;
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

    public Expression After(ParameterExpression row, JsonElement seen)
    {
        var value = Expression.Property(row, Property.Info);
        if (seen.ValueKind == JsonValueKind.Null) return NullsFirst ? NotNull(value) : Expression.Constant(false);
        var beyond = Compare(value, seen, Descending ? ExpressionType.LessThan : ExpressionType.GreaterThan);
        return Property.IsNullable && !NullsFirst ? Expression.OrElse(beyond, Expression.Not(NotNull(value))) : beyond;
    }

    public Expression NotBefore(ParameterExpression row, JsonElement seen) =>
        Compare(Expression.Property(row, Property.Info), seen, Descending ? ExpressionType.LessThanOrEqual : ExpressionType.GreaterThanOrEqual);

    public Expression Same(ParameterExpression row, JsonElement seen)
    {
        var value = Expression.Property(row, Property.Info);
        return seen.ValueKind == JsonValueKind.Null ? Expression.Not(NotNull(value)) : Expression.Equal(value, Read(seen));
    }

    private static BinaryExpression NotNull(Expression value) => Expression.NotEqual(value, Expression.Constant(null, value.Type));

    private Expression Compare(Expression value, JsonElement seen, ExpressionType comparison)
    {
        var other = Read(seen);
        if (value.Type == typeof(string))
            return Expression.MakeBinary(comparison, Expression.Call(typeof(string), nameof(string.Compare), null, value, other), Expression.Constant(0));
        if (Property.Type.Element == typeof(bool))
        {
            // false comes before true, and PostgreSQL has no other comparison of booleans that EF Core knows.
            var number = Expression.Condition(Expression.Equal(value, Expression.Constant(true, value.Type)), Expression.Constant(1), Expression.Constant(0));
            return Expression.MakeBinary(comparison, number, Parameters.Of(seen.GetBoolean() ? 1 : 0));
        }
        return Expression.MakeBinary(comparison, value, other);
    }

    private Expression Read(JsonElement seen)
    {
        var type = Property.Info.PropertyType;
        return Parameters.Of(seen.Deserialize(type), type);
    }
}
