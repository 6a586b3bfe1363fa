using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>The related sets of an answer, with their nested options, out of what the library has parsed.</summary>
internal static class ExpandParser
{
    public static IReadOnlyList<ParsedExpand> Parse(ServedSet set, SelectExpandClause clause, QueryRules rules, int depth)
    {
        var items = clause.SelectedItems.OfType<ExpandedReferenceSelectItem>().ToArray<SelectItem>();
        if (items.Length > QueryLimits.MaxExpandedPaths) throw ODataFault.BadRequest("too-complex", $"At most {QueryLimits.MaxExpandedPaths} related sets can be expanded.");
        if (items.Length > 0 && depth > QueryLimits.MaxExpandDepth) throw ODataFault.BadRequest("too-complex", $"$expand can be nested {QueryLimits.MaxExpandDepth} deep.");
        return [.. items.Select(item => One(set, (ExpandedReferenceSelectItem)item, rules, depth))];
    }

    private static ParsedExpand One(ServedSet set, ExpandedReferenceSelectItem item, QueryRules rules, int depth)
    {
        if (item.PathToNavigationProperty is not { Count: 1, FirstSegment: NavigationPropertySegment { NavigationProperty.Name: var name } } || !set.Relations.TryGetValue(name, out var relation))
            throw ODataFault.BadRequest("unsupported", "This cannot be expanded.");
        if (item is not (ExpandedNavigationSelectItem or ExpandedCountSelectItem) || item is ExpandedNavigationSelectItem { LevelsOption: not null } || (item.ComputeOption ?? (object?)item.ApplyOption) is not null)
            throw ODataFault.BadRequest("unsupported", $"$expand of '{name}' takes $select, $filter, $search, $orderby, $top, $skip, $count and $expand, or /$count.");

        rules.Check(item.FilterOption?.Expression);
        rules.Check(item.OrderByOption);
        QueryParser.DemandSearch(relation.Target, item.SearchOption);
        var select = (item as ExpandedNavigationSelectItem)?.SelectAndExpand;
        var properties = select is null ? null : Selection.Of(select, relation.Target.Shape) ?? throw ODataFault.BadRequest("unsupported", $"$select within '{name}' takes names of properties.");
        return new(relation, new()
        {
            Filter = item.FilterOption,
            OrderBy = item.OrderByOption,
            Search = item.SearchOption,
            Select = select,
            Properties = properties,
            Expand = select is null ? [] : Parse(relation.Target, select, rules, depth + 1),
            Top = QueryParser.Limited(item.TopOption, "$top", QueryLimits.MaxTop),
            Skip = QueryParser.Limited(item.SkipOption, "$skip", QueryLimits.MaxSkip) ?? 0,
            Count = item is ExpandedCountSelectItem || item.CountOption == true,
            IsCommon = true,
        }, item is ExpandedCountSelectItem);
    }
}
