using System.Linq.Expressions;

namespace IJJO.Platform;

/// <summary>Describes an entity set. Property names come from expressions, so that renaming a property cannot break a board.</summary>
/// <typeparam name="TRow">The row class.</typeparam>
/// <example><code>
/// internal static void Describe(Board&lt;ProposalRow&gt; board) =&gt; board
///     .Title(p =&gt; p.Reference, p =&gt; p.Sender)
///     .Columns(p =&gt; p.Reference, p =&gt; p.Sender, p =&gt; p.Country, p =&gt; p.State, p =&gt; p.ReceivedAt)
///     .Search(p =&gt; p.Sender, p =&gt; p.Text)
///     .Filters(p =&gt; p.State, p =&gt; p.Country)
///     .OrderBy("ReceivedAt desc")
///     .Vocabulary(p =&gt; p.Country, Vocabulary.Country)
///     .State(p =&gt; p.State)
///     .View("new", "State eq 'received'")
///     .Action&lt;WithdrawProposal&gt;("withdraw", SubmissionsPermissions.Edit, c =&gt; c.ProposalId);
/// </code></example>
public sealed partial class Board<TRow> where TRow : class
{
    internal BoardDescription Description { get; } = new();

    /// <summary>The properties that name a row.</summary>
    /// <param name="title">The name.</param>
    /// <param name="subtitle">The second line.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Title(Expression<Func<TRow, object?>> title, Expression<Func<TRow, object?>>? subtitle = null)
    {
        Description.Title = Members.NameOf(title);
        Description.Subtitle = subtitle is null ? null : Members.NameOf(subtitle);
        return this;
    }

    /// <summary>The columns of the list, in order.</summary>
    /// <param name="columns">The properties.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Columns(params Expression<Func<TRow, object?>>[] columns) => Add(Description.Columns, columns);

    /// <summary>The text properties that <c>$search</c> looks into.</summary>
    /// <param name="properties">The properties.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Search(params Expression<Func<TRow, object?>>[] properties) => Add(Description.Search, properties);

    /// <summary>The properties offered as filters.</summary>
    /// <param name="properties">The properties.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Filters(params Expression<Func<TRow, object?>>[] properties) => Add(Description.Filters, properties);

    /// <summary>The default order.</summary>
    /// <param name="orderBy">An OData <c>$orderby</c>.</param>
    /// <returns>The board.</returns>
    public Board<TRow> OrderBy(string orderBy)
    {
        Description.OrderBy = orderBy;
        return this;
    }

    /// <summary>The values of a property are ids of a vocabulary and are shown as its labels.</summary>
    /// <param name="property">The property: a text or a list of texts.</param>
    /// <param name="vocabulary">One of <see cref="IJJO.Platform.Vocabulary"/>.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Vocabulary(Expression<Func<TRow, object?>> property, string vocabulary)
    {
        Description.Vocabularies[Members.NameOf(property)] = vocabulary;
        return this;
    }

    /// <summary>The values of a property are states with translated names and a badge.</summary>
    /// <param name="property">The property: a text or an enumeration.</param>
    /// <returns>The board.</returns>
    public Board<TRow> State(Expression<Func<TRow, object?>> property)
    {
        Description.States.Add(Members.NameOf(property));
        return this;
    }

    /// <summary>A property that holds longer text.</summary>
    /// <param name="properties">The properties.</param>
    /// <returns>The board.</returns>
    public Board<TRow> LongText(params Expression<Func<TRow, object?>>[] properties)
    {
        foreach (var property in properties) Description.LongTexts.Add(Members.NameOf(property));
        return this;
    }

    /// <summary>A shipped view, shown as a tab with its count.</summary>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="filter">An OData <c>$filter</c>.</param>
    /// <param name="orderBy">An OData <c>$orderby</c>.</param>
    /// <returns>The board.</returns>
    public Board<TRow> View(string name, string? filter = null, string? orderBy = null)
    {
        Description.Views.Add(new BoardView(name, filter, orderBy));
        return this;
    }

    /// <summary>A titled group of properties on the record page.</summary>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="properties">The properties.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Facet(string name, params Expression<Func<TRow, object?>>[] properties)
    {
        Description.Facets.Add(new BoardFacet(name, [.. properties.Select(Members.NameOf)]));
        return this;
    }

    /// <summary>A chart of counts.</summary>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="kind">How it is drawn.</param>
    /// <param name="by">The property that the rows are grouped by.</param>
    /// <param name="filter">An OData <c>$filter</c>.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Chart(string name, ChartKind kind, Expression<Func<TRow, object?>> by, string? filter = null)
    {
        Description.Charts.Add(new BoardChart(name, kind, Members.NameOf(by), filter));
        return this;
    }

    /// <summary>A chart of averages, such as the days to a decision by the month it was made in. Rows without the number are left out.</summary>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="kind">How it is drawn.</param>
    /// <param name="by">The property that the rows are grouped by.</param>
    /// <param name="of">The number that is averaged.</param>
    /// <param name="filter">An OData <c>$filter</c>.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Average(string name, ChartKind kind, Expression<Func<TRow, object?>> by, Expression<Func<TRow, object?>> of, string? filter = null)
    {
        Description.Charts.Add(new BoardChart(name, kind, Members.NameOf(by), filter) { AverageOf = Members.NameOf(of) });
        return this;
    }

    /// <summary>A key figure: how many rows a filter has.</summary>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="filter">An OData <c>$filter</c>.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Figure(string name, string? filter = null)
    {
        Description.Figures.Add(new BoardFigure(name, filter));
        return this;
    }

    /// <summary>A key figure with its trend: the rows of the last seven days, against the seven before. Days are UTC.</summary>
    /// <param name="name">The name in kebab case.</param>
    /// <param name="at">The date or moment that says when.</param>
    /// <param name="filter">An OData <c>$filter</c>.</param>
    /// <returns>The board.</returns>
    public Board<TRow> Trend(string name, Expression<Func<TRow, object?>> at, string? filter = null)
    {
        Description.Trends.Add(new BoardTrend(name, Members.NameOf(at), filter));
        return this;
    }

    /// <summary>The charts, figures and trends that the home of the staff shows to those who may read the set.</summary>
    /// <param name="names">Their names.</param>
    /// <returns>The board.</returns>
    /// <example><code>board.Chart("by-country", ChartKind.Map, p =&gt; p.Country).OnHome("by-country")</code></example>
    public Board<TRow> OnHome(params string[] names)
    {
        Description.OnHome.UnionWith(names);
        return this;
    }

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

    /// <summary>The list does not appear in the staff navigation (it is shown on another record's page, or is for API readers).</summary>
    /// <returns>The board.</returns>
    public Board<TRow> NotInNavigation()
    {
        Description.InNavigation = false;
        return this;
    }

    private Board<TRow> Add(List<string> names, Expression<Func<TRow, object?>>[] properties)
    {
        names.AddRange(properties.Select(Members.NameOf));
        return this;
    }
}
