using System.Linq.Expressions;

namespace IJJO.Platform;

/// <content>What is counted of the rows.</content>
public sealed partial class Board<TRow> where TRow : class
{
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
}
