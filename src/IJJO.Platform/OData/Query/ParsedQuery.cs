using Microsoft.OData.UriParser;
using Microsoft.OData.UriParser.Aggregation;

namespace IJJO.Platform.OData;

/// <summary>The query options of one request, parsed and within the limits.</summary>
internal sealed record ParsedQuery
{
    public FilterClause? Filter { get; init; }
    public OrderByClause? OrderBy { get; init; }
    public SearchClause? Search { get; init; }
    public SelectExpandClause? Select { get; init; }
    public ApplyClause? Apply { get; init; }
    public ComputeClause? Compute { get; init; }
    public int? Top { get; init; }
    public int Skip { get; init; }
    public bool Count { get; init; }
    public string? SkipToken { get; init; }
    public int PageSize { get; init; } = QueryLimits.PageSize;

    /// <summary>The properties to answer with, in order of declaration; <c>null</c> for all.</summary>
    public IReadOnlyList<RowProperty>? Properties { get; init; }

    /// <summary>The related sets to answer with.</summary>
    public IReadOnlyList<ParsedExpand> Expand { get; init; } = [];

    /// <summary>The properties to read: those that are answered with, and those that related rows are found by.</summary>
    public IEnumerable<RowProperty>? Needed => Properties?.Concat(Expand.Select(expand => expand.Relation.Local));

    /// <summary>Where its translations are kept; <c>null</c> for a question that nobody repeats.</summary>
    public QuestionPlans? Plans { get; init; }

    /// <summary>Whether the question is one of those that the fast path answers.</summary>
    public bool IsCommon { get; init; }
}

/// <summary>One related set of an answer.</summary>
/// <param name="Relation">The navigation property.</param>
/// <param name="Query">The nested options.</param>
/// <param name="IsCount">Whether only the number of related rows is asked for (<c>$expand=Lines/$count</c>).</param>
internal sealed record ParsedExpand(ServedRelation Relation, ParsedQuery Query, bool IsCount)
{
    /// <summary>How many rows one row has at most; more are behind a next link.</summary>
    public int PageSize => Math.Min(Query.Top ?? int.MaxValue, QueryLimits.PageSize);
}
