using System.Linq.Expressions;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>
/// A total order of rows: what was asked for, then the key. A page starts after the last row of the one before, so that rows that come and go in
/// between make nothing appear twice or be skipped, and page 1 000 costs as much as page 1.
/// </summary>
internal sealed class KeysetOrder(IReadOnlyList<OrderTerm> terms)
{
    public IReadOnlyList<OrderTerm> Terms => terms;

    /// <summary>The order, or <c>null</c> where it is by an expression or by a property whose values cannot be compared in SQL.</summary>
    public static KeysetOrder? From(OrderByClause? clause, RowShape shape)
    {
        var terms = new List<OrderTerm>();
        for (var part = clause; part is not null; part = part.ThenBy)
        {
            if (part.Expression is not SingleValuePropertyAccessNode { Source: ResourceRangeVariableReferenceNode } access) return null;
            if (shape.Find(access.Property.Name) is not { } property || !OrderTerm.CanCompare(property)) return null;
            if (terms.All(term => term.Property != property)) terms.Add(new(property, part.Direction == OrderByDirection.Descending));
        }
        terms.AddRange(shape.Keys.Where(key => terms.All(term => term.Property != key)).Select(key => new OrderTerm(key, false)));
        return new(terms);
    }

    public IQueryable<TRow> Sort<TRow>(IQueryable<TRow> query)
    {
        var first = true;
        foreach (var term in terms)
        {
            var row = Expression.Parameter(typeof(TRow), "row");
            var value = Expression.Property(row, term.Property.Info);
            if (term.Property.IsNullable)
                query = By(query, Expression.Lambda(Expression.Equal(value, Expression.Constant(null, value.Type)), row), term.NullsFirst, ref first);
            query = By(query, Expression.Lambda(value, row), term.Descending, ref first);
        }
        return query;
    }

    /// <summary>The rows after one of which only the values are known that it is ordered by.</summary>
    public IQueryable<TRow> After<TRow>(IQueryable<TRow> query, IReadOnlyList<Expression?> seen)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Expression? after = null;
        for (var i = terms.Count - 1; i >= 0; i--)
        {
            var beyond = terms[i].After(row, seen[i]);
            after = after is null ? beyond : Expression.OrElse(beyond, Expression.AndAlso(terms[i].Same(row, seen[i]), after));
        }
        // The range on the first column is implied, but only when it is said does PostgreSQL start reading the index there.
        if (terms is [{ Property.IsNullable: false } leading, _, ..]) after = Expression.AndAlso(leading.NotBefore(row, seen[0]!), after!);
        return query.Where(Expression.Lambda<Func<TRow, bool>>(after!, row));
    }

    public SkipToken TokenOf(object row) => SkipToken.Of([.. terms.Select(term => term.Property.Info.GetValue(row))], this);

    /// <summary>Tells tokens of another order.</summary>
    public string Signature => string.Join(',', terms.Select(term => (term.Descending ? "-" : "") + term.Property.Name));

    private static IQueryable<TRow> By<TRow>(IQueryable<TRow> query, LambdaExpression key, bool descending, ref bool first)
    {
        var method = (first, descending) switch
        {
            (true, false) => nameof(Queryable.OrderBy),
            (true, true) => nameof(Queryable.OrderByDescending),
            (false, false) => nameof(Queryable.ThenBy),
            _ => nameof(Queryable.ThenByDescending),
        };
        first = false;
        return query.Provider.CreateQuery<TRow>(Expression.Call(typeof(Queryable), method, [typeof(TRow), key.ReturnType], query.Expression, Expression.Quote(key)));
    }
}
