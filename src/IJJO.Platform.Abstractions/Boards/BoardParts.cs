namespace IJJO.Platform;

/// <summary>A shipped view.</summary>
/// <param name="Name">Its name in kebab case, part of its address.</param>
/// <param name="Filter">An OData <c>$filter</c>; <c>null</c> for all rows.</param>
/// <param name="OrderBy">An OData <c>$orderby</c>; <c>null</c> for the board's.</param>
/// <example><code>board.View("new", "State eq 'received'")   // new BoardView("new", "State eq 'received'", null)</code></example>
public sealed record BoardView(string Name, string? Filter, string? OrderBy);

/// <summary>A titled group of properties on the record page.</summary>
/// <param name="Name">Its name in kebab case.</param>
/// <param name="Properties">The properties, in order.</param>
/// <example><code>board.Facet("sender", p =&gt; p.Sender, p =&gt; p.Country)   // new BoardFacet("sender", ["Sender", "Country"])</code></example>
public sealed record BoardFacet(string Name, IReadOnlyList<string> Properties);

/// <summary>A chart of counts or averages. Each of its parts opens its rows.</summary>
/// <param name="Name">Its name in kebab case; no figure or trend of the set has the same.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="By">The property that the rows are grouped by.</param>
/// <param name="Filter">An OData <c>$filter</c>; <c>null</c> for all rows.</param>
/// <example><code>board.Chart("by-country", ChartKind.Map, p =&gt; p.Country)   // new BoardChart("by-country", ChartKind.Map, "Country", null)</code></example>
public sealed record BoardChart(string Name, ChartKind Kind, string By, string? Filter)
{
    /// <summary>The number that is averaged; <c>null</c> for a chart of counts.</summary>
    public string? AverageOf { get; init; }
}

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>Bars.</summary>
    Bar,

    /// <summary>A line over time by month, in UTC; the property is a date or a moment.</summary>
    Line,

    /// <summary>A ring.</summary>
    Donut,

    /// <summary>A world map; the property is a country.</summary>
    Map,

    /// <summary>Bars over time by week, Monday to Sunday in UTC; the property is a date or a moment.</summary>
    Weeks,
}

/// <summary>A key figure: the number of rows of a filter; it opens those rows.</summary>
/// <param name="Name">Its name in kebab case.</param>
/// <param name="Filter">An OData <c>$filter</c>; <c>null</c> for all rows.</param>
/// <example><code>board.Figure("unanswered", "State eq 'received'")   // new BoardFigure("unanswered", "State eq 'received'")</code></example>
public sealed record BoardFigure(string Name, string? Filter);

/// <summary>A key figure with its trend: the rows of the last seven days, against the seven before; it opens those rows.</summary>
/// <param name="Name">Its name in kebab case; its title is that of a figure, <c>{Set}.figure.{name}</c>.</param>
/// <param name="At">The date or moment that says when.</param>
/// <param name="Filter">An OData <c>$filter</c>; <c>null</c> for all rows.</param>
/// <example><code>board.Trend("received", p =&gt; p.ReceivedAt)   // new BoardTrend("received", "ReceivedAt", null)</code></example>
public sealed record BoardTrend(string Name, string At, string? Filter);
