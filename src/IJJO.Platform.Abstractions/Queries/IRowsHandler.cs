namespace IJJO.Platform;

/// <summary>
/// Answers one question with rows of a set, for a bound function (<see cref="Board{TRow}.RowsFunction{TQuery, TFound}"/>). It narrows the rows that the caller
/// may read anyway, so that no function can show more than the set does.
/// </summary>
/// <typeparam name="TQuery">A record that holds what the caller says; data annotations on it are checked before the handler runs.</typeparam>
/// <typeparam name="TRow">The row class of the set.</typeparam>
/// <example><code>
/// public sealed record FromCountry(string Country);
///
/// internal sealed class FromCountryHandler : IRowsHandler&lt;FromCountry, ProposalRow&gt;
/// {
///     public IQueryable&lt;ProposalRow&gt; Handle(FromCountry query, IQueryable&lt;ProposalRow&gt; rows) =&gt; rows.Where(p =&gt; p.Country == query.Country);
/// }
/// </code></example>
public interface IRowsHandler<in TQuery, TRow> where TRow : class
{
    /// <summary>Narrows the rows. The result is run by the platform, together with what the caller asked for further.</summary>
    /// <param name="query">The question.</param>
    /// <param name="rows">The rows of the set that the caller may read.</param>
    /// <returns>Those that answer the question, in no particular order.</returns>
    IQueryable<TRow> Handle(TQuery query, IQueryable<TRow> rows);
}
