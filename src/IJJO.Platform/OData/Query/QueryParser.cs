using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>Parses query options with the library and holds them against the limits.</summary>
internal static class QueryParser
{
    public static ParsedQuery Parse(ServedSet set, IReadOnlyDictionary<string, string> options)
    {
        try
        {
            return ParseAll(set, options);
        }
        catch (Exception fault) when (Stumbled(fault))
        {
            throw ODataFault.BadRequest("invalid-request", "The query options cannot be understood.");
        }
    }

    /// <summary>The library's parser stumbles over some half-written texts instead of refusing them.</summary>
    public static bool Stumbled(Exception fault) => fault is not ODataException and (ArgumentException or InvalidOperationException or NullReferenceException or FormatException or OverflowException
        or InvalidCastException or IndexOutOfRangeException or KeyNotFoundException or NotSupportedException or NotImplementedException);

    private static ParsedQuery ParseAll(ServedSet set, IReadOnlyDictionary<string, string> options)
    {
        foreach (var name in options.Keys.Where(name => name.StartsWith('$') && !QueryNames.IsKnown(name)))
            throw ODataFault.BadRequest("unsupported", $"The query option '{name}' is not supported.");

        var parser = Parser(set, options);
        // In this order: what $apply and $compute make can be used by those that follow.
        var apply = parser.ParseApply();
        var compute = parser.ParseCompute();
        var filter = parser.ParseFilter();
        var orderBy = parser.ParseOrderBy();
        var search = parser.ParseSearch();
        var select = parser.ParseSelectAndExpand();
        var rules = new QueryRules();
        rules.Check(apply);
        rules.Check(compute?.ComputedItems ?? []);
        rules.Check(filter?.Expression);
        rules.Check(orderBy);
        DemandSearch(set, search);
        var expand = select is null ? [] : ExpandParser.Parse(set, select, rules, 1);
        if (expand.Count > 0 && (apply ?? (object?)compute) is not null) throw ODataFault.BadRequest("unsupported", "$expand cannot be combined with $apply or $compute.");

        var properties = select is null ? null : Selection.Of(select, set.Shape);
        return new ParsedQuery
        {
            Apply = apply,
            Compute = compute,
            Filter = filter,
            OrderBy = orderBy,
            Search = search,
            Select = select,
            Properties = properties,
            Expand = expand,
            Top = Limited(parser.ParseTop(), "$top", QueryLimits.MaxTop),
            Skip = Limited(parser.ParseSkip(), "$skip", QueryLimits.MaxSkip) ?? 0,
            Count = parser.ParseCount() ?? false,
            SkipToken = options.GetValueOrDefault("$skiptoken"),
            IsCommon = apply is null && compute is null && (select is null || properties is not null),
        };
    }

    public static ODataQueryOptionParser Parser(ServedSet set, IReadOnlyDictionary<string, string> options)
    {
        var parser = new ODataQueryOptionParser(set.Model, set.Type, set.Edm, options.ToDictionary(o => o.Key, o => o.Key == "$search" ? SearchWords.Quoted(o.Value) : o.Value)) { Resolver = Resolver() };
        parser.Settings.MaximumExpansionDepth = QueryLimits.MaxExpandDepth;
        return parser;
    }

    /// <summary>Functions, operators and names in any case, as 4.01 says, and enumerations as texts.</summary>
    public static ODataUriResolver Resolver() => new StringAsEnumResolver { EnableCaseInsensitive = true };

    /// <summary>The order that was asked for, or the one that the set has.</summary>
    public static OrderByClause? OrderOf(ServedSet set, ParsedQuery query) => query.OrderBy ?? (set.Declared.Board.OrderBy is { } shipped
        ? Parser(set, new Dictionary<string, string> { ["$orderby"] = shipped }).ParseOrderBy()
        : null);

    public static void DemandSearch(ServedSet set, SearchClause? search)
    {
        if (search is not null && set.Declared.Board.Search.Count == 0 && set.Shape.SearchVector is null)
            throw ODataFault.BadRequest("unsupported", "This entity set cannot be searched.");
    }

    public static int? Limited(long? asked, string option, int limit) => asked switch
    {
        null => null,
        < 0 => throw new ODataException($"{option} must not be negative."),
        _ when asked > limit => throw ODataFault.BadRequest("limit", $"{option} may be at most {limit}. Follow @odata.nextLink for more."),
        _ => (int)asked,
    };
}
