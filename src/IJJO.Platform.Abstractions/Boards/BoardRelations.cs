using System.Linq.Expressions;

namespace IJJO.Platform;

/// <content>What the rows belong to.</content>
public sealed partial class Board<TRow> where TRow : class
{
    /// <summary>
    /// A related set: a table on the record page, and a navigation property that can be expanded. It has the name of the set; where the row has a property of
    /// that name, <c>Related{Set}</c>.
    /// </summary>
    /// <typeparam name="TRelated">The row class of the related set.</typeparam>
    /// <param name="set">The related set's name, of the same module.</param>
    /// <param name="foreignKey">Its property that is matched.</param>
    /// <param name="localKey">The property of this row that it is matched with.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Related<TRelated>(string set, Expression<Func<TRelated, object?>> foreignKey, Expression<Func<TRow, object?>> localKey)
    {
        Description.Relations.Add(new BoardRelation(set, Members.NameOf(foreignKey), Members.NameOf(localKey)));
        return this;
    }

    /// <summary>The one row of another set that this row belongs to, for example the case of an assignment.</summary>
    /// <typeparam name="TRelated">The row class of the other set.</typeparam>
    /// <param name="name">The name of the navigation property, in Pascal case.</param>
    /// <param name="set">The other set's name, of the same module.</param>
    /// <param name="key">Its property that is matched; no two rows have the same value there.</param>
    /// <param name="localKey">The property of this row that it is matched with.</param>
    /// <returns>The board.</returns>
    /// <example><code>board.RelatedOne&lt;CaseRow&gt;("Case", "Cases", c =&gt; c.Id, a =&gt; a.CaseId)</code></example>
    public Board<TRow> RelatedOne<TRelated>(string name, string set, Expression<Func<TRelated, object?>> key, Expression<Func<TRow, object?>> localKey)
    {
        Description.Relations.Add(new BoardRelation(set, Members.NameOf(key), Members.NameOf(localKey)) { Name = name, IsSingle = true });
        return this;
    }

    /// <summary>The module's own page of a record, for example <c>/staff/outreach/messages/{Id}</c>.</summary>
    /// <param name="path">The path with <c>{Property}</c> placeholders.</param>
    /// <returns>The board.</returns>
    public Board<TRow> RecordPage(string path)
    {
        Description.RecordPath = path;
        return this;
    }

    /// <summary>The property that holds the case; the record page tells its story and links to the case page, to staff who may read cases.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Case(Expression<Func<TRow, object?>> property)
    {
        Description.Case = Members.NameOf(property);
        return this;
    }

    /// <summary>The property that holds the party; the record page tells its story, to staff who may read cases, where the row has no case.</summary>
    /// <param name="property">The property.</param>
    /// <returns>The board.</returns>
    /// <example><code>board.Title(p =&gt; p.Name).Party(p =&gt; p.Id)</code></example>
    public Board<TRow> Party(Expression<Func<TRow, object?>> property)
    {
        Description.Party = Members.NameOf(property);
        return this;
    }
}
