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
            return ParseAll(set, Aliases.Resolve(options));
        }
        catch (Exception fault) when (fault is not ODataException and (ArgumentException or InvalidOperationException or NullReferenceException or FormatException or OverflowException or InvalidCastException or KeyNotFoundException or NotSupportedException or NotImplementedException))
        {
            // The library's parser stumbles over some half-written options instead of refusing them.
            throw ODataFault.BadRequest("invalid-request", "The query options cannot be understood.");
        }
    }

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
        Check(apply, compute, filter, orderBy);
        if (search is not null && set.Declared.Board.Search.Count == 0 && set.Shape.SearchVector is null)
            throw ODataFault.BadRequest("unsupported", "This entity set cannot be searched.");
        if (options.ContainsKey("$expand")) throw ODataFault.BadRequest("unsupported", "This entity set has nothing to expand.");

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
            Top = Limited(parser.ParseTop(), "$top", QueryLimits.MaxTop),
            Skip = Limited(parser.ParseSkip(), "$skip", QueryLimits.MaxSkip) ?? 0,
            Count = parser.ParseCount() ?? false,
            SkipToken = options.GetValueOrDefault("$skiptoken"),
            IsCommon = apply is null && compute is null && (select is null || properties is not null),
        };
    }

    public static ODataQueryOptionParser Parser(ServedSet set, IReadOnlyDictionary<string, string> options)
    {
        var parser = new ODataQueryOptionParser(set.Model, set.Type, set.Edm, options.ToDictionary(o => o.Key, o => o.Key == "$search" ? SearchWords.Quoted(o.Value) : o.Value)) { Resolver = new StringAsEnumResolver { EnableCaseInsensitive = false } };
        parser.Settings.MaximumExpansionDepth = 2;
        return parser;
    }

    private static void Check(Microsoft.OData.UriParser.Aggregation.ApplyClause? apply, ComputeClause? compute, FilterClause? filter, OrderByClause? orderBy)
    {
        var rules = new QueryRules();
        rules.Check(apply);
        rules.Check(compute?.ComputedItems ?? []);
        rules.Check(filter?.Expression);
        var depth = 0;
        for (var part = orderBy; part is not null; part = part.ThenBy)
        {
            if (++depth > QueryLimits.MaxOrderBy) throw ODataFault.BadRequest("too-complex", $"At most {QueryLimits.MaxOrderBy} expressions can be ordered by.");
            rules.Check(part.Expression);
        }
    }

    private static int? Limited(long? asked, string option, int limit) => asked switch
    {
        null => null,
        < 0 => throw new ODataException($"{option} must not be negative."),
        _ when asked > limit => throw ODataFault.BadRequest("limit", $"{option} may be at most {limit}. Follow @odata.nextLink for more."),
        _ => (int)asked,
    };
}
