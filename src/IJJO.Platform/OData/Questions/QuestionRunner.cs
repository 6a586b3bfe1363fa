using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.OData;

/// <summary>Asks the handler of a function.</summary>
internal static class QuestionRunner
{
    public static async Task<object?> AnswerAsync(IServiceProvider services, BoardFunction function, object query, CancellationToken cancel) =>
        await (Task<object?>)Call(nameof(AnswerTypedAsync), function, services, query, cancel);

    /// <summary>The rows that answer the question, of those that the reader may see.</summary>
    public static IQueryable Narrow(IServiceProvider services, BoardFunction function, object query, IQueryable rows) =>
        (IQueryable)Call(nameof(NarrowTyped), function, services, query, rows);

    private static object Call(string method, BoardFunction function, params object[] arguments) =>
        typeof(QuestionRunner).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(function.Query, function.Result)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    private static async Task<object?> AnswerTypedAsync<TQuery, TResult>(IServiceProvider services, TQuery query, CancellationToken cancel) =>
        await services.GetRequiredService<IQueryHandler<TQuery, TResult>>().Handle(query, cancel);

    private static IQueryable<TRow> NarrowTyped<TQuery, TRow>(IServiceProvider services, TQuery query, IQueryable<TRow> rows) where TRow : class =>
        services.GetRequiredService<IRowsHandler<TQuery, TRow>>().Handle(query, rows);
}
