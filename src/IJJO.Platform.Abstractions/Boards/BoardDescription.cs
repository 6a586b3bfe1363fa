namespace IJJO.Platform;

/// <summary>
/// How an entity set is shown and what can be done with it. The platform writes it as annotations into <c>$metadata</c>; the staff pages are built from it.
/// Titles are texts of the module's resources by convention: <c>{Set}</c>, <c>{Set}.one</c>, <c>{Set}.{Property}</c>, <c>{Set}.view.{view}</c>,
/// <c>{Set}.chart.{chart}</c>, <c>{Set}.figure.{figure}</c>, <c>{Set}.action.{action}</c>, <c>{Set}.action.{action}.{parameter}</c>,
/// <c>{Set}.facet.{facet}</c>, <c>{Set}.function.{function}</c> (it may be missing) and, for the values of a state, <c>{Set}.{Property}.{value}</c>.
/// </summary>
public sealed class BoardDescription
{
    /// <summary>The property that names a row.</summary>
    public string? Title { get; internal set; }

    /// <summary>The property that is the second line of the name.</summary>
    public string? Subtitle { get; internal set; }

    /// <summary>The columns of the list, in order.</summary>
    public List<string> Columns { get; } = [];

    /// <summary>The text properties that <c>$search</c> looks into.</summary>
    public List<string> Search { get; } = [];

    /// <summary>The properties offered as filters, in order.</summary>
    public List<string> Filters { get; } = [];

    /// <summary>The default order as an OData <c>$orderby</c>.</summary>
    public string? OrderBy { get; internal set; }

    /// <summary>The properties whose values are ids of a vocabulary, with its name.</summary>
    public Dictionary<string, string> Vocabularies { get; } = [];

    /// <summary>The properties whose values are states with translated names.</summary>
    public HashSet<string> States { get; } = [];

    /// <summary>The properties that hold longer text, shown in full width on the record page.</summary>
    public HashSet<string> LongTexts { get; } = [];

    /// <summary>The shipped views: tabs above the list.</summary>
    public List<BoardView> Views { get; } = [];

    /// <summary>The groups of properties on the record page.</summary>
    public List<BoardFacet> Facets { get; } = [];

    /// <summary>The charts.</summary>
    public List<BoardChart> Charts { get; } = [];

    /// <summary>The key figures.</summary>
    public List<BoardFigure> Figures { get; } = [];

    /// <summary>The key figures with a trend.</summary>
    public List<BoardTrend> Trends { get; } = [];

    /// <summary>The names of the charts, figures and trends that are on the home of the staff too.</summary>
    public HashSet<string> OnHome { get; } = [];

    /// <summary>The bound actions.</summary>
    public List<BoardAction> Actions { get; } = [];

    /// <summary>The bound functions.</summary>
    public List<BoardFunction> Functions { get; } = [];

    /// <summary>The related sets: shown on the record page, and navigation properties in OData.</summary>
    public List<BoardRelation> Relations { get; } = [];

    /// <summary>The module's own page of a record, with <c>{Property}</c> placeholders; <c>null</c> for the page that the platform builds.</summary>
    public string? RecordPath { get; internal set; }

    /// <summary>The property that holds the case, which links the record to its case page.</summary>
    public string? Case { get; internal set; }

    /// <summary>The property that holds the party, whose story the record page tells.</summary>
    public string? Party { get; internal set; }

    /// <summary>Whether the staff navigation shows the list.</summary>
    public bool InNavigation { get; internal set; } = true;

    /// <summary>The command behind POST to the set; <c>null</c> when it does not take new rows.</summary>
    public BoardWrite? Insert { get; internal set; }

    /// <summary>The command behind PATCH of a row; members that were not sent stay as they are.</summary>
    public BoardWrite? Update { get; internal set; }

    /// <summary>The command behind DELETE of a row.</summary>
    public BoardWrite? Delete { get; internal set; }
}

/// <summary>A shipped view.</summary>
/// <param name="Name">Its name in kebab case, part of its address.</param>
/// <param name="Filter">An OData <c>$filter</c>; <c>null</c> for all rows.</param>
/// <param name="OrderBy">An OData <c>$orderby</c>; <c>null</c> for the board's.</param>
public sealed record BoardView(string Name, string? Filter, string? OrderBy);

/// <summary>A titled group of properties on the record page.</summary>
/// <param name="Name">Its name in kebab case.</param>
/// <param name="Properties">The properties, in order.</param>
public sealed record BoardFacet(string Name, IReadOnlyList<string> Properties);

/// <summary>A chart of counts or averages. Each of its parts opens its rows.</summary>
/// <param name="Name">Its name in kebab case; no figure or trend of the set has the same.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="By">The property that the rows are grouped by.</param>
/// <param name="Filter">An OData <c>$filter</c>; <c>null</c> for all rows.</param>
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
public sealed record BoardFigure(string Name, string? Filter);

/// <summary>A key figure with its trend: the rows of the last seven days, against the seven before; it opens those rows.</summary>
/// <param name="Name">Its name in kebab case; its title is that of a figure, <c>{Set}.figure.{name}</c>.</param>
/// <param name="At">The date or moment that says when.</param>
/// <param name="Filter">An OData <c>$filter</c>; <c>null</c> for all rows.</param>
public sealed record BoardTrend(string Name, string At, string? Filter);

/// <summary>A bound action.</summary>
/// <param name="Name">Its name in kebab case; the OData name is <c>{key}.{name}</c> in camel case.</param>
/// <param name="Command">The command record.</param>
/// <param name="KeyMember">The command's member that receives the key; <c>null</c> for an action on the whole set.</param>
/// <param name="VersionMember">The command's member that receives the row version from <c>If-Match</c>, if it wants it.</param>
/// <param name="Permission">Who may.</param>
/// <param name="When">An OData <c>$filter</c> that tells for which rows it makes sense; <c>null</c> for all.</param>
/// <param name="IsBulk">Whether it can be applied to a selection.</param>
/// <param name="Choices">Where the values of a member come from.</param>
public sealed record BoardAction(
    string Name, Type Command, string? KeyMember, string? VersionMember, string Permission, string? When, bool IsBulk, IReadOnlyDictionary<string, BoardChoice> Choices);

/// <summary>Where the values of an action's member come from: a vocabulary, the staff with a permission, or another entity set.</summary>
/// <param name="Vocabulary">A vocabulary.</param>
/// <param name="StaffWith">A permission: the choices are the staff who have it.</param>
/// <param name="Set">Another entity set of the module, with <paramref name="Filter"/>.</param>
/// <param name="Filter">An OData <c>$filter</c> over that set.</param>
public sealed record BoardChoice(string? Vocabulary = null, string? StaffWith = null, string? Set = null, string? Filter = null);

/// <summary>A bound function.</summary>
/// <param name="Name">Its name in kebab case; the OData name is <c>{key}.{name}</c> in camel case.</param>
/// <param name="Query">The question's record.</param>
/// <param name="KeyMember">The question's member that receives the key; <c>null</c> for a function on the whole set.</param>
/// <param name="Permission">Who may ask; <c>null</c> for everybody who may read the set.</param>
/// <param name="Result">The type of the answer, or of one row of it.</param>
/// <param name="Set">The set whose rows are the answer; <c>null</c> for a value.</param>
public sealed record BoardFunction(string Name, Type Query, string? KeyMember, string? Permission, Type Result, string? Set);

/// <summary>A related set.</summary>
/// <param name="Set">An entity set of the same module.</param>
/// <param name="ForeignKey">Its property that holds this row's key (or the value of <paramref name="LocalKey"/>).</param>
/// <param name="LocalKey">The property of this row that is matched.</param>
public sealed record BoardRelation(string Set, string ForeignKey, string LocalKey)
{
    /// <summary>The name of the navigation property; <c>null</c> for the name of the set.</summary>
    public string? Name { get; init; }

    /// <summary>Whether there is at most one such row.</summary>
    public bool IsSingle { get; init; }
}

/// <summary>An insert, update or delete.</summary>
/// <param name="Command">The command record.</param>
/// <param name="KeyMember">The member that receives the key; <c>null</c> for an insert.</param>
/// <param name="VersionMember">The member that receives the row version.</param>
/// <param name="Permission">Who may.</param>
public sealed record BoardWrite(Type Command, string? KeyMember, string? VersionMember, string Permission);
