using System.Linq.Expressions;
using System.Reflection;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary><c>$select</c> as properties, and as a projection that PostgreSQL carries out.</summary>
internal static class Selection
{
    /// <summary>The selected properties, or <c>null</c> where the clause holds more than names of properties.</summary>
    public static IReadOnlyList<RowProperty>? Of(SelectExpandClause clause, RowShape shape)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in clause.SelectedItems)
        {
            switch (item)
            {
                case WildcardSelectItem: return shape.Properties;
                case PathSelectItem { SelectedPath: { Count: 1, FirstSegment: PropertySegment property }, HasOptions: false }: names.Add(property.Property.Name); break;
                // Related rows come by $expand; a selected relation is but a link, which follows from the key.
                case ExpandedReferenceSelectItem or PathSelectItem { SelectedPath: { Count: 1, FirstSegment: NavigationPropertySegment } }: break;
                default: return null;
            }
        }
        return clause.AllSelected ? shape.Properties : [.. shape.Properties.Where(p => names.Contains(p.Name))];
    }

    /// <summary>The members of a row that have to be read: those selected, or all, and what a row is found again by.</summary>
    public static HashSet<PropertyInfo> Members(RowShape shape, IEnumerable<RowProperty>? selected, KeysetOrder? order)
    {
        var members = (selected ?? shape.Properties).Concat(shape.Keys).Concat(order?.Terms.Select(term => term.Property) ?? []).Select(p => p.Info).ToHashSet();
        if (shape.Version is { } version) members.Add(version);
        return members;
    }

    /// <summary><c>row => new Row { A = row.A, B = row.B }</c>: the columns that are not asked for are not read.</summary>
    public static IQueryable<TRow> Project<TRow>(IQueryable<TRow> query, RowShape shape, IEnumerable<RowProperty>? selected, KeysetOrder? order)
    {
        if (selected is null || !shape.CanProject) return query;
        var needed = Members(shape, selected, order);
        if (needed.Count >= shape.Properties.Count + (shape.Version is null ? 0 : 1) && shape.SearchVector is null) return query;

        var row = Expression.Parameter(typeof(TRow), "row");
        var made = Expression.MemberInit(Expression.New(typeof(TRow)), needed.Select(p => Expression.Bind(p, Expression.Property(row, p))));
        return query.Select(Expression.Lambda<Func<TRow, TRow>>(made, row));
    }
}
