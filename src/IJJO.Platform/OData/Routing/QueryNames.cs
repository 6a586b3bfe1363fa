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
        if (request.Query.All(option => option.Value.Count == 1 && IsKnown(option.Key) && option.Value[0]?.Contains('@') != true)) return;
        var aliases = new Aliases(request.Query);
        var given = request.Query.SelectMany(option => option.Value, (option, value) => (option.Key, value)).ToArray();
        var options = Array.ConvertAll(given, option => (Key: Of(option.Key), value: aliases.Resolve(Of(option.Key), option.value)));
        if (!options.SequenceEqual(given)) request.QueryString = new QueryBuilder(options.Select(option => KeyValuePair.Create(option.Key, option.value ?? ""))).ToQueryString();
    }

    private static string Of(string name) => Known.TryGetValue(name.StartsWith('$') ? name : "$" + name, out var known) ? known : name;
}
