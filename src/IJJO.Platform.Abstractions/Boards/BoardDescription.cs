namespace IJJO.Platform;

/// <summary>
/// How an entity set is shown and what can be done with it. The platform writes it as annotations into <c>$metadata</c>; the staff pages are built from it.
/// Titles are texts of the module's resources by convention: <c>{Set}</c>, <c>{Set}.one</c>, <c>{Set}.{Property}</c>, <c>{Set}.view.{view}</c>,
/// <c>{Set}.chart.{chart}</c>, <c>{Set}.figure.{figure}</c>, <c>{Set}.action.{action}</c>, <c>{Set}.action.{action}.{parameter}</c>,
/// <c>{Set}.facet.{facet}</c>, <c>{Set}.function.{function}</c> (it may be missing) and, for the values of a state, <c>{Set}.{Property}.{value}</c>.
/// </summary>
/// <example><code>
/// var board = set.Board;
/// var columns = board.Columns.Where(column =&gt; !board.LongTexts.Contains(column));
/// </code></example>
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
