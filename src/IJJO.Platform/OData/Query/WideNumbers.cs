using System.Linq.Expressions;

namespace IJJO.Platform.OData;

/// <summary>
/// Compares numbers in the wider of their types. The library converts a computed decimal to the integer it is compared with, so that
/// <c>$compute=Price mul 1 as P&amp;$filter=P gt 1</c> would lose 1.25.
/// </summary>
internal sealed class WideNumbers : ExpressionVisitor
{
    private static readonly Type[] ByWidth = [typeof(short), typeof(int), typeof(long), typeof(float), typeof(double), typeof(decimal)];

    public static IQueryable Apply(IQueryable query) =>
        new WideNumbers().Visit(query.Expression) is var visited && visited == query.Expression ? query : query.Provider.CreateQuery(visited);

    protected override Expression VisitBinary(BinaryExpression node)
    {
        if (node.NodeType is not (ExpressionType.Equal or ExpressionType.NotEqual or ExpressionType.LessThan or ExpressionType.LessThanOrEqual or ExpressionType.GreaterThan or ExpressionType.GreaterThanOrEqual))
            return base.VisitBinary(node);
        var (left, right) = (Unnarrowed(Visit(node.Left)), Unnarrowed(Visit(node.Right)));
        if (left == node.Left && right == node.Right) return node;
        if (left.Type != right.Type)
        {
            var wide = Width(left.Type) >= Width(right.Type) ? left.Type : right.Type;
            if (Nullable.GetUnderlyingType(left.Type) is not null || Nullable.GetUnderlyingType(right.Type) is not null) wide = typeof(Nullable<>).MakeGenericType(Bare(wide));
            (left, right) = (Expression.Convert(left, wide), Expression.Convert(right, wide));
        }
        return Expression.MakeBinary(node.NodeType, left, right);
    }

    private static Expression Unnarrowed(Expression value)
    {
        while (value is UnaryExpression { NodeType: ExpressionType.Convert } convert && Width(convert.Operand.Type) > Width(convert.Type) && Width(convert.Type) >= 0) value = convert.Operand;
        return value;
    }

    private static int Width(Type type) => Array.IndexOf(ByWidth, Bare(type));

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
