using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData;

/// <summary>The rows of a set that belong to many rows of another one, in one query.</summary>
internal abstract class RelatedRows<TRow> where TRow : class
{
    public static RelatedRows<TRow> Of(SetReader<TRow> reader, ServedSet set, ParsedExpand expand, IReadOnlyCollection<object> values) => (RelatedRows<TRow>)Activator.CreateInstance(
        typeof(RelatedRows<,>).MakeGenericType(typeof(TRow), expand.Relation.Foreign.Info.PropertyType), reader, set, expand, values)!;

    /// <summary>The rows, of each value one more than a page where there are more.</summary>
    public abstract Task<IReadOnlyList<TRow>> ReadAsync(int most, CancellationToken cancel);

    /// <summary>How many rows each value has.</summary>
    public abstract Task<IReadOnlyDictionary<object, long>> CountAsync(CancellationToken cancel);
}

/// <summary>The rows by a property of this type.</summary>
internal sealed class RelatedRows<TRow, TKey>(SetReader<TRow> reader, ServedSet set, ParsedExpand expand, IReadOnlyCollection<object> values) : RelatedRows<TRow> where TRow : class
{
    private readonly ParameterExpression _row = Expression.Parameter(typeof(TRow), "row");
    private readonly List<TKey> _values = [.. values.Select(value => (TKey)value)];

    private Expression Property => Expression.Property(_row, expand.Relation.Foreign.Info);

    private Expression<Func<TRow, TKey>> Key => Expression.Lambda<Func<TRow, TKey>>(Property, _row);

    public override async Task<IReadOnlyList<TRow>> ReadAsync(int most, CancellationToken cancel)
    {
        var query = expand.Query;
        var filtered = await reader.FilteredAsync(query);
        var wanted = Wanted(filtered);
        if (expand.Relation.IsSingle) return await Selection.Project(wanted, set.Shape, Needed, null).ToListAsync(cancel);

        // A page for each value. PostgreSQL joins it laterally, so that an index on the property serves it; the rows come back in the order of their page.
        var key = Expression.Parameter(typeof(TKey), "key");
        var order = reader.OrderOf(query);
        var keyset = KeysetOrder.From(order, set.Shape);
        var page = reader.Sort(filtered.Where(Expression.Lambda<Func<TRow, bool>>(Expression.Equal(Property, key), _row)), order, keyset);
        if (query.Skip > 0) page = page.Skip(query.Skip);
        page = page.Take(expand.PageSize + 1);
        if (keyset is not null) page = Selection.Project(page, set.Shape, Needed, keyset);
        var pages = wanted.Select(Key).Distinct().SelectMany(Expression.Lambda<Func<TKey, IEnumerable<TRow>>>(page.Expression, key));
        return await reader.Sort(pages, order, keyset).Take(most + 1).ToListAsync(cancel);
    }

    public override async Task<IReadOnlyDictionary<object, long>> CountAsync(CancellationToken cancel) =>
        await Wanted(await reader.FilteredAsync(expand.Query)).GroupBy(Key).Select(rows => new { rows.Key, Count = rows.LongCount() }).ToDictionaryAsync(group => (object)group.Key!, group => group.Count, cancel);

    private IEnumerable<RowProperty>? Needed => expand.Query.Needed?.Append(expand.Relation.Foreign);

    private IQueryable<TRow> Wanted(IQueryable<TRow> rows) => rows.Where(Expression.Lambda<Func<TRow, bool>>(
        Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TKey)], Parameters.Of(_values), Property), _row));
}
