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

    /// <summary>Whether the question is one of those that the fast path answers.</summary>
    public bool IsCommon { get; init; }
}
