using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace IJJO.Platform.OData;

/// <summary>The names of query options, which 4.01 (part 2, 5.1) allows in any case and without the dollar sign. What reads them further on knows one form.</summary>
internal static class QueryNames
{
    private static readonly HashSet<string> Known = new(
        ["$filter", "$select", "$orderby", "$top", "$skip", "$count", "$search", "$apply", "$compute", "$expand", "$format", "$skiptoken"], StringComparer.OrdinalIgnoreCase);

    public static bool IsKnown(string name) => Known.TryGetValue(name, out var known) && known == name;

    public static void Normalise(HttpRequest request)
    {
        if (request.Query.Keys.All(name => Of(name) == name)) return;
        request.QueryString = new QueryBuilder(request.Query.SelectMany(option => option.Value, (option, value) => KeyValuePair.Create(Of(option.Key), value ?? ""))).ToQueryString();
    }

    private static string Of(string name) => Known.TryGetValue(name.StartsWith('$') ? name : "$" + name, out var known) ? known : name;
}
