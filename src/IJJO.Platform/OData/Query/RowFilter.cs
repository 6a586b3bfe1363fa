using System.Linq.Expressions;

namespace IJJO.Platform.OData;

/// <summary>Filters rows by a value, where their class is not known.</summary>
internal static class RowFilter
{
    /// <summary>The rows with this value; none where there is no value, as null refers to nothing.</summary>
    public static IQueryable Having(IQueryable rows, RowProperty property, object? value)
    {
        var row = Expression.Parameter(rows.ElementType, "row");
        var type = property.Info.PropertyType;
        Expression same = value is null ? Expression.Constant(false) : Expression.Equal(Expression.Property(row, property.Info), Parameters.Of(value, type));
        return rows.Provider.CreateQuery(Expression.Call(typeof(Queryable), nameof(Queryable.Where), [rows.ElementType], rows.Expression, Expression.Quote(Expression.Lambda(same, row))));
    }
}
