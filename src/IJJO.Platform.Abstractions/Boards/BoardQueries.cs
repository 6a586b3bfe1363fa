using System.Linq.Expressions;

namespace IJJO.Platform;

/// <content>What can be asked about the rows.</content>
public sealed partial class Board<TRow> where TRow : class
{
    /// <summary>A bound function: a question about one row, or about the set, that is answered with a value and changes nothing.</summary>
    /// <typeparam name="TQuery">The question. Several functions may share a name if their questions have different members.</typeparam>
    /// <typeparam name="TResult">The answer: a simple type, a record of simple types, or a list of these.</typeparam>
    /// <param name="name">The name in kebab case; the OData name is <c>{key}.{name}</c> in camel case.</param>
    /// <param name="key">The question's member that receives the row's key; <c>null</c> for a function on the set.</param>
    /// <param name="permission">Who may ask; <c>null</c> for everybody who may read the set.</param>
    /// <returns>The board.</returns>
    /// <example><code>board.Function&lt;EvaluatorsFor, IReadOnlyList&lt;SuggestedEvaluator&gt;&gt;("suggest-evaluators", q =&gt; q.CaseId, EvaluationPermissions.Assign)</code></example>
    public Board<TRow> Function<TQuery, TResult>(string name, Expression<Func<TQuery, object?>>? key = null, string? permission = null)
    {
        Description.Functions.Add(new BoardFunction(name, typeof(TQuery), key is null ? null : Members.NameOf(key), permission, typeof(TResult), null));
        return this;
    }

    /// <summary>A bound function that is answered with rows of a set of this module. They can be filtered, ordered, paged and expanded as the set can.</summary>
    /// <typeparam name="TQuery">The question.</typeparam>
    /// <typeparam name="TFound">The row class of <paramref name="set"/>.</typeparam>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="set">The set whose rows are the answer. Who may not read it may not ask.</param>
    /// <param name="key">The question's member that receives the row's key; <c>null</c> for a function on the set.</param>
    /// <param name="permission">Who may ask; <c>null</c> for everybody who may read the sets.</param>
    /// <returns>The board.</returns>
    /// <example><code>board.RowsFunction&lt;SimilarProposals, ProposalRow&gt;("similar", "Proposals", q =&gt; q.ProposalId)</code></example>
    public Board<TRow> RowsFunction<TQuery, TFound>(string name, string set, Expression<Func<TQuery, object?>>? key = null, string? permission = null)
    {
        Description.Functions.Add(new BoardFunction(name, typeof(TQuery), key is null ? null : Members.NameOf(key), permission, typeof(TFound), set));
        return this;
    }
}
