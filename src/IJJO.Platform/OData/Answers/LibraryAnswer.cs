using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OData.Extensions;
using Microsoft.AspNetCore.OData.Query;
using Microsoft.AspNetCore.OData.Query.Wrapper;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.OData;

/// <summary>
/// The other way to an answer: the library evaluates <c>$apply</c>, <c>$compute</c> and full metadata, in the database; its results are read before the
/// status line is sent, since its serialiser would enumerate synchronously and break off the body on a fault.
/// </summary>
internal static class LibraryAnswer
{
    // The search is in the rows already; the count and the order are asked our way.
    private const AllowedQueryOptions Ours = AllowedQueryOptions.Search | AllowedQueryOptions.SkipToken | AllowedQueryOptions.Count;
    private const AllowedQueryOptions PageOnly = AllowedQueryOptions.OrderBy | AllowedQueryOptions.Skip | AllowedQueryOptions.Top | AllowedQueryOptions.Select;
    private static readonly ODataQuerySettings Settings = Ignoring(Ours), Sorted = Ignoring(Ours | AllowedQueryOptions.OrderBy), Counted = Ignoring(Ours | PageOnly);

    public static async Task<IActionResult> ListAsync<TRow>(SetRequest request, SetReader<TRow> reader, ParsedQuery query, CancellationToken cancel) where TRow : class
    {
        var options = new ODataQueryOptions<TRow>(new ODataQueryContext(request.Set.Model, typeof(TRow), request.Http.ODataFeature().Path), request.Http.Request);
        var rows = await reader.SearchedAsync(query.Search);
        var feature = request.Http.ODataFeature();
        var plain = query is { Apply: null, Compute: null };
        if (plain) return await PlainAsync(request, reader, query, options, cancel);

        var sorted = query.Apply is null && reader.OrderOf(query) is { } order && OrderTerm.IsOfRow(order)
            ? Ready(options.ApplyTo(reader.Sort(rows, order, KeysetOrder.From(order, request.Set.Shape)), Sorted))
            : Ready(NullOrder.Apply(options.ApplyTo(rows, Settings)));
        var list = await ReadAsync(query.Top is null ? Take(sorted, QueryLimits.MaxTop) : sorted, cancel);
        var count = query.Count ? await CountAsync(Ready(options.ApplyTo(rows, Counted)), cancel) : (long?)null;
        feature.TotalCount = count;
        return typeof(DynamicTypeWrapper).IsAssignableFrom(list.ElementType) ? new ComputedJson(request, list, count) : new OkObjectResult(list);
    }

    public static async Task<IActionResult> OneAsync<TRow>(SetRequest request, SetReader<TRow> reader, CancellationToken cancel) where TRow : class
    {
        var options = new ODataQueryOptions<TRow>(new ODataQueryContext(request.Set.Model, typeof(TRow), request.Http.ODataFeature().Path), request.Http.Request);
        var found = await ReadAsync(Ready(options.ApplyTo(reader.WithKey(request.Key), Settings)), cancel);
        foreach (var one in found) return new OkObjectResult(one);
        throw ODataFault.NotFound();
    }

    /// <summary>Only the form differs (full metadata): the page is read as always, and the library writes it.</summary>
    private static async Task<IActionResult> PlainAsync<TRow>(
        SetRequest request, SetReader<TRow> reader, ParsedQuery query, ODataQueryOptions<TRow> options, CancellationToken cancel) where TRow : class
    {
        var page = await reader.PageAsync(query, cancel);
        var feature = request.Http.ODataFeature();
        feature.TotalCount = page.Count;
        feature.NextLink = page.Next is { } next ? new Uri(Links.Next(request.Http.Request, next)) : null;
        // Or its serialiser looks for properties that were not selected, when half the answer is sent.
        feature.SelectExpandClause = options.SelectExpand?.SelectExpandClause;
        var rows = page.Rows.AsQueryable();
        return new OkObjectResult(options.SelectExpand is { } select ? select.ApplyTo(rows, Settings) : rows);
    }

    private static ODataQuerySettings Ignoring(AllowedQueryOptions options) => new()
    {
        HandleNullPropagation = HandleNullPropagationOption.False,
        EnableConstantParameterization = true,
        EnsureStableOrdering = (options & AllowedQueryOptions.OrderBy) == 0,
        IgnoredQueryOptions = options,
    };

    public static IQueryable Ready(IQueryable query) => Translatable.Of(WideNumbers.Apply(query));

    public static IQueryable Take(IQueryable query, int count) => query.Provider.CreateQuery(System.Linq.Expressions.Expression.Call(
        typeof(Queryable), nameof(Queryable.Take), [query.ElementType], query.Expression, System.Linq.Expressions.Expression.Constant(count)));

    public static Task<IQueryable> ReadAsync(IQueryable query, CancellationToken cancel) => (Task<IQueryable>)Typed(nameof(ReadTypedAsync), query, cancel);

    private static Task<long> CountAsync(IQueryable query, CancellationToken cancel) => (Task<long>)Typed(nameof(CountTypedAsync), query, cancel);

    private static object Typed(string method, IQueryable query, CancellationToken cancel) =>
        typeof(LibraryAnswer).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(query.ElementType).Invoke(null, [query, cancel])!;

    private static Task<long> CountTypedAsync<T>(IQueryable<T> query, CancellationToken cancel) => query.LongCountAsync(cancel);

    private static async Task<IQueryable> ReadTypedAsync<T>(IQueryable<T> query, CancellationToken cancel) => (await query.ToListAsync(cancel)).AsQueryable();
}
