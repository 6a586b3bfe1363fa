using System.Linq.Expressions;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Query.Expressions;
using Microsoft.AspNetCore.OData.Query.Wrapper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>
/// Asks one entity set: the module's query with its row rights, then what the client asked for. OData requests, the staff pages and exports all read
/// through here.
/// </summary>
internal sealed partial class SetReader<TRow>(ServedSet set, ICurrentUser user, ModuleDbContext db, TextSearch search, Database database, SlowLane lane) where TRow : class
{
    private static readonly ODataQuerySettings Binding = new() { HandleNullPropagation = HandleNullPropagationOption.False, EnableConstantParameterization = true };

    public static SetReader<TRow> Of(IServiceProvider services, ServedSet set, Func<IQueryable, IQueryable>? narrow = null)
    {
        var db = (ModuleDbContext)services.GetRequiredService(set.Declared.Context);
        db.Database.SetCommandTimeout(QueryLimits.StatementTimeout);
        return new(
            set, services.GetRequiredService<ICurrentUser>(), db, services.GetRequiredService<TextSearch>(), services.GetRequiredService<Database>(), services.GetRequiredService<SlowLane>()) { Narrow = narrow };
    }

    /// <summary>What is left of the rows, where an address leads through a relation or a function.</summary>
    public Func<IQueryable, IQueryable>? Narrow { get; init; }

    /// <summary>All rows that this person may read.</summary>
    public IQueryable<TRow> Rows => (IQueryable<TRow>)(Narrow is null ? set.Declared.Query(db, user) : Narrow(set.Declared.Query(db, user)));

    /// <summary>Asks something of this set, at once or, where it takes long, after what others have asked.</summary>
    /// <param name="question">Its text, by which one like it is known again.</param>
    /// <param name="ask">Asks; it may be called twice.</param>
    /// <param name="cancel">Cancels the waiting.</param>
    public Task<T> AskAsync<T>(Func<string> question, Func<Task<T>> ask, CancellationToken cancel)
    {
        // A statement that is cut takes its transaction with it: there is one try.
        if (db.Database.CurrentTransaction is not null) return ask();
        return lane.AskAsync((user.StaffId ?? user.PartyId)?.ToString() ?? "", () => $"{set.Module}/{set.Name}:{question()}", async limit =>
        {
            db.Database.SetCommandTimeout(limit);
            try
            {
                return await ask();
            }
            finally
            {
                db.Database.SetCommandTimeout(QueryLimits.StatementTimeout);
            }
        }, cancel);
    }

    public async Task<IQueryable<TRow>> FilteredAsync(ParsedQuery query) =>
        Translatable.Of(Filter(await SearchedAsync(query.Search), query.Filter));

    public async Task<IQueryable<TRow>> SearchedAsync(SearchClause? clause)
    {
        if (clause is null) return Rows;
        var unaccent = await search.FoldsAccentsAsync(db);
        return Rows.Where(new SearchPredicate(set.Shape, set.Declared.Board.Search, unaccent).Build<TRow>(clause));
    }

    public async Task<Page<TRow>> PageAsync(ParsedQuery query, CancellationToken cancel)
    {
        var count = query.Count ? await (await FilteredAsync(query)).LongCountAsync(cancel) : (long?)null;
        var keyset = query.Plans is { } plans ? plans.Order(() => KeysetOf(query)) : KeysetOf(query);
        var seen = query.SkipToken is { } text ? SkipToken.Parse(text, keyset).Values : null;
        var size = Math.Min(query.Top ?? int.MaxValue, query.PageSize);
        var rows = new List<TRow>(Math.Min(size + 1, QueryLimits.MaxTop + 1));
        // One row more tells whether there is a next page, to who wants one.
        await ReadAsync(query, keyset, seen, query.Top <= size ? size : size + 1, rows, cancel);
        if (rows.Count <= size) return new(rows, count, null);

        rows.RemoveAt(size);
        var left = query.Top - size;
        return new(rows, count, keyset is not null && size > 0 ? new(keyset.TokenOf(rows[^1]).Text, null, left) : new(null, query.Skip + size, left));
    }

    /// <summary>What an <c>$apply</c> makes of the rows, for charts on pages without script.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, object>>> GroupsAsync(IReadOnlyDictionary<string, string> options, CancellationToken cancel)
    {
        var parser = QueryParser.Parser(set, options);
        var apply = new ApplyQueryOption(options["$apply"], new ODataQueryContext(set.Model, typeof(TRow), null), parser);
        var groups = apply.ApplyTo(await SearchedAsync(parser.ParseSearch()), Binding);
        return [.. (await LibraryAnswer.ReadAsync(LibraryAnswer.Take(LibraryAnswer.Ready(groups), QueryLimits.MaxTop), cancel)).Cast<DynamicTypeWrapper>().Select(group => group.Values)];
    }

    public Task<TRow?> FindAsync(IEnumerable<KeyValuePair<string, object>> key, IEnumerable<RowProperty>? properties, CancellationToken cancel) =>
        Selection.Project(WithKey(key), set.Shape, properties, null).FirstOrDefaultAsync(cancel);

    public IQueryable<TRow> WithKey(IEnumerable<KeyValuePair<string, object>> key) => WithKey(key, Rows);

    public IQueryable<TRow> WithKey(IEnumerable<KeyValuePair<string, object>> key, IQueryable<TRow> rows)
    {
        if (!key.Any()) return rows;
        var row = Expression.Parameter(typeof(TRow), "row");
        var same = key.Select(part => Expression.Equal(Expression.Property(row, part.Key), Parameters.Of(part.Value, set.Shape.Find(part.Key)!.Info.PropertyType)))
            .Aggregate(Expression.AndAlso);
        return Translatable.Of(rows.Where(Expression.Lambda<Func<TRow, bool>>(same, row)));
    }

    public IQueryable<TRow> Sort(IQueryable<TRow> rows, OrderByClause? order, KeysetOrder? keyset)
    {
        if (keyset is not null) return keyset.Sort(rows);
        // By an expression: the library's binder, then the key so that pages do not overlap.
        var bound = (IQueryable<TRow>)new OrderByBinder().ApplyBind(rows, order!, Context(), alreadyOrdered: false);
        foreach (var key in set.Shape.Keys)
        {
            var row = Expression.Parameter(typeof(TRow), "row");
            var by = Expression.Lambda(Expression.Property(row, key.Info), row);
            bound = bound.Provider.CreateQuery<TRow>(Expression.Call(typeof(Queryable), nameof(Queryable.ThenBy), [typeof(TRow), by.ReturnType], bound.Expression, Expression.Quote(by)));
        }
        return Translatable.Of((IQueryable<TRow>)NullOrder.Apply(bound));
    }

    private IQueryable<TRow> Page(IQueryable<TRow> filtered, ParsedQuery query, KeysetOrder? keyset, IReadOnlyList<Expression?>? start, Expression most)
    {
        var sorted = Sort(filtered, OrderOf(query), keyset);
        if (start is not null) sorted = keyset!.After(sorted, start);
        if (query.Skip > 0) sorted = sorted.Skip(query.Skip);
        var first = sorted.Provider.CreateQuery<TRow>(Expression.Call(typeof(Queryable), nameof(Queryable.Take), [typeof(TRow)], sorted.Expression, most));
        return Selection.Project(first, set.Shape, query.Needed, keyset);
    }

    private KeysetOrder? KeysetOf(ParsedQuery query) => KeysetOrder.From(OrderOf(query), set.Shape);

    private IQueryable<TRow> Filter(IQueryable<TRow> rows, FilterClause? filter) =>
        filter is null ? rows : rows.Where((Expression<Func<TRow, bool>>)new FilterBinder().BindFilter(filter, Context()));

    public OrderByClause? OrderOf(ParsedQuery query) => QueryParser.OrderOf(set, query);

    private QueryBinderContext Context() => new(set.Model, Binding, typeof(TRow)) { NavigationSource = set.Edm };
}
