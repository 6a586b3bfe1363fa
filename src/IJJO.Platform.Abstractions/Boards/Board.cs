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
