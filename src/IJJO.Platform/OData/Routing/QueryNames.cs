using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace IJJO.Platform.OData;

/// <summary>
/// The names of query options, which 4.01 (part 2, 5.1) allows in any case and without the dollar sign, and the aliases in their values, which the library
/// follows in some options only. What reads them further on knows one form.
/// </summary>
internal static partial class QueryNames
{
    private static readonly HashSet<string> Known = new(
        ["$filter", "$select", "$orderby", "$top", "$skip", "$count", "$search", "$apply", "$compute", "$expand", "$format", "$skiptoken"], StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Expressions = ["$filter", "$orderby", "$apply", "$compute", "$expand"];

    public static bool IsKnown(string name) => Known.TryGetValue(name, out var known) && known == name;

    public static void Normalise(HttpRequest request)
    {
        var aliases = Aliases(request.Query);
        if (request.Query.All(option => Of(option.Key) == option.Key && option.Value.All(value => Resolved(option.Key, value, aliases) == value))) return;
        request.QueryString = new QueryBuilder(request.Query.SelectMany(option => option.Value, (option, value) => (Name: Of(option.Key), value))
            .Select(option => KeyValuePair.Create(option.Name, Resolved(option.Name, option.value, aliases) ?? ""))).ToQueryString();
    }

    private static string Of(string name) => Known.TryGetValue(name.StartsWith('$') ? name : "$" + name, out var known) ? known : name;

    private static Dictionary<string, string> Aliases(IQueryCollection query)
    {
        var aliases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, values) in query.Where(option => option.Key.StartsWith('@')))
            aliases[name] = values.Count == 1 ? values.ToString() : throw ODataFault.BadRequest("invalid-request", $"The alias '{name}' is given more than once.");
        return aliases;
    }

    private static string? Resolved(string name, string? value, Dictionary<string, string> aliases)
    {
        if (value is null || !Expressions.Contains(Of(name)) || !value.Contains('@')) return value;
        // An alias without a value is null (4.01 part 2, 5.1.1.14.3).
        var resolved = TextOrAlias().Replace(value, match => match.Value[0] == '\'' ? match.Value : aliases.TryGetValue(match.Value, out var alias) ? Whole(alias) : "null");
        return resolved.Length <= QueryLimits.MaxExpression ? resolved : throw ODataFault.BadRequest("too-complex", "The query is too complex.");
    }

    /// <summary>An alias stands for a whole expression: what has operators of its own keeps together.</summary>
    private static string Whole(string value) => value.Contains(' ') && value[0] is not ('\'' or '[' or '(') ? $"({value})" : value;

    [GeneratedRegex(@"'(?:[^']|'')*'|@[A-Za-z_]\w*")]
    private static partial Regex TextOrAlias();
}
