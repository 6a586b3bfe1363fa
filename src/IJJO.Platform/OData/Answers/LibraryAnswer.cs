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
    private static readonly ODataQuerySettings Settings = new()
    {
        HandleNullPropagation = HandleNullPropagationOption.False,
        EnableConstantParameterization = true,
        EnsureStableOrdering = true,
        IgnoredQueryOptions = AllowedQueryOptions.Search | AllowedQueryOptions.SkipToken,
    };

    public static async Task<IActionResult> ListAsync<TRow>(SetRequest request, SetReader<TRow> reader, ParsedQuery query, CancellationToken cancel) where TRow : class
    {
        var options = new ODataQueryOptions<TRow>(new ODataQueryContext(request.Set.Model, typeof(TRow), request.Http.ODataFeature().Path), request.Http.Request);
        var rows = await reader.SearchedAsync(query.Search);
        var feature = request.Http.ODataFeature();
        var plain = query is { Apply: null, Compute: null };
        if (plain) return await PlainAsync(request, reader, query, options, cancel);

        var applied = UtcLiterals.Apply(WideNumbers.Apply(options.ApplyTo(rows, Settings)));
        if (query.Top is null) applied = Take(applied, QueryLimits.MaxTop);
        var list = await ReadAsync(applied, cancel);
        if (query.Count) feature.TotalCount = feature.TotalCountFunc is null ? feature.TotalCount : feature.TotalCountFunc();
        return typeof(DynamicTypeWrapper).IsAssignableFrom(list.ElementType) ? await ComputedJson.SendAsync(request, list, query.Count ? feature.TotalCount : null) : new OkObjectResult(list);
    }

    public static async Task<IActionResult> OneAsync<TRow>(SetRequest request, SetReader<TRow> reader, CancellationToken cancel) where TRow : class
    {
        var options = new ODataQueryOptions<TRow>(new ODataQueryContext(request.Set.Model, typeof(TRow), request.Http.ODataFeature().Path), request.Http.Request);
        var found = await ReadAsync(UtcLiterals.Apply(WideNumbers.Apply(options.ApplyTo(reader.WithKey(request.Key), Settings))), cancel);
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
        var rows = page.Rows.AsQueryable();
        return new OkObjectResult(options.SelectExpand is { } select ? select.ApplyTo(rows, Settings) : rows);
    }

    private static IQueryable Take(IQueryable query, int count) => query.Provider.CreateQuery(System.Linq.Expressions.Expression.Call(
        typeof(Queryable), nameof(Queryable.Take), [query.ElementType], query.Expression, System.Linq.Expressions.Expression.Constant(count)));

    private static async Task<IQueryable> ReadAsync(IQueryable query, CancellationToken cancel) =>
        await (Task<IQueryable>)typeof(LibraryAnswer).GetMethod(nameof(ReadTypedAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(query.ElementType).Invoke(null, [query, cancel])!;

    private static async Task<IQueryable> ReadTypedAsync<T>(IQueryable<T> query, CancellationToken cancel) => (await query.ToListAsync(cancel)).AsQueryable();
}
