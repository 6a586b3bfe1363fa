using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.OData;
using Microsoft.OData.UriParser;

namespace IJJO.Platform.OData;

/// <summary>Addresses in answers; they are absolute, so that clients can follow them as they are.</summary>
internal static class Links
{
    public static string Root(HttpRequest request, string module) => UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, $"/odata/{module}");

    public static string Context(HttpContext http, ServedSet set, ParsedQuery query, bool entity) =>
        $"{Root(http.Request, set.Module)}/$metadata#{set.Name}{(Listed(set, query, Versions.IsNew(http.Response)) is { Length: > 0 } list ? $"({list})" : "")}{(entity ? "/$entity" : "")}";

    /// <summary>What is selected and expanded. 4.0 does not name what is expanded as a whole (4.0 part 1, 10.9 and 10.10), 4.01 does.</summary>
    private static string Listed(ServedSet set, ParsedQuery query, bool names) => string.Join(',', [
        .. query.Properties is { } properties && properties.Count < set.Shape.Properties.Count ? properties.Select(property => property.Name) : [],
        .. query.Expand.Where(expand => !expand.IsCount).Select(expand => (expand.Relation.Name, List: Listed(expand.Relation.Target, expand.Query, names)))
            .Where(expand => names || expand.List.Length > 0).Select(expand => $"{expand.Name}({expand.List})"),
    ]);

    public static string Row(HttpRequest request, ServedSet set, object row) =>
        $"{Root(request, set.Module)}/{set.Name}({KeyText.Of([.. set.Shape.Keys.Select(key => KeyValuePair.Create(key.Name, key.Info.GetValue(row)!))])})";

    public static string Next(HttpRequest request, NextPage next)
    {
        var query = new QueryBuilder(request.Query
            .Where(option => option.Key is not ("$skiptoken" or "$skip" or "$top"))
            .SelectMany(option => option.Value.Select(value => KeyValuePair.Create(option.Key, value ?? ""))));
        if (next.Top is { } top) query.Add("$top", top.ToString(null as IFormatProvider));
        if (next.SkipToken is { } token) query.Add("$skiptoken", token);
        if (next.Skip is { } skip) query.Add("$skip", skip.ToString(null as IFormatProvider));
        return UriHelper.BuildAbsolute(request.Scheme, request.Host, request.PathBase, request.Path, query.ToQueryString());
    }

    /// <summary>The rest of the related rows that a row was expanded with.</summary>
    public static string Related(HttpRequest request, ServedSet parent, object row, ParsedExpand expand, NextPage next)
    {
        var (target, asked) = (expand.Relation.Target, expand.Query);
        var options = new ODataUri
        {
            ServiceRoot = new Uri("http://service/"), Path = new ODataPath(new EntitySetSegment(target.Edm)),
            Filter = asked.Filter, Search = asked.Search, OrderBy = asked.OrderBy, SelectAndExpand = asked.Select, Top = next.Top, Skip = next.Skip, QueryCount = asked.Count ? true : null,
        };
        var query = options.BuildUri(ODataUrlKeyDelimiter.Parentheses).Query;
        var token = next.SkipToken is { } text ? $"{(query.Length > 0 ? '&' : '?')}$skiptoken={text}" : "";
        return $"{Row(request, parent, row)}/{expand.Relation.Name}{query}{token}";
    }
}
