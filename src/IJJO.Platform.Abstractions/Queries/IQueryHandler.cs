namespace IJJO.Platform;

/// <summary>
/// Answers one question with a value, for a bound function (<see cref="Board{TRow}.Function{TQuery, TResult}"/>). Handlers are found in the module's assembly
/// and registered by this interface, so that a page may ask the same question.
/// </summary>
/// <typeparam name="TQuery">A record that holds what the caller says; data annotations on it are checked before the handler runs.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
/// <example><code>
/// public sealed record OpenCases(string LineOfWork);
///
/// internal sealed class OpenCasesHandler(EvaluationDb db) : IQueryHandler&lt;OpenCases, int&gt;
/// {
///     public Task&lt;int&gt; Handle(OpenCases query, CancellationToken cancel) =&gt; db.Cases.CountAsync(c =&gt; c.LinesOfWork.Contains(query.LineOfWork), cancel);
/// }
/// </code></example>
public interface IQueryHandler<in TQuery, TResult>
{
    /// <summary>Finds the answer. Where the question is about a row, the caller may read that row.</summary>
    /// <param name="query">The question.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The answer; <c>null</c> where there is none (HTTP 204).</returns>
    Task<TResult> Handle(TQuery query, CancellationToken cancel);
}
