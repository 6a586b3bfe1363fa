using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.OData;

/// <summary>
/// Parameter aliases (4.01 part 2, 5.3): <c>$filter=Pages gt @least&amp;@least=10</c>. Put into the text before it is parsed, as the library's binders have
/// no value for the nodes that its parser makes of them.
/// </summary>
internal sealed partial class Aliases
{
    private static readonly string[] Expressions = ["$filter", "$orderby", "$apply", "$compute", "$expand"];
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public Aliases(IQueryCollection query)
    {
        foreach (var (name, values) in query.Where(option => option.Key.StartsWith('@')))
            _values[name] = values.Count == 1 ? values.ToString() : throw ODataFault.BadRequest("invalid-request", $"The alias '{name}' is given more than once.");
    }

    public string? Resolve(string option, string? value)
    {
        if (value is null || !value.Contains('@') || !Expressions.Contains(option)) return value;
        // One that is not given is null.
        var resolved = TextOrAlias().Replace(value, found => found.Value[0] == '\'' ? found.Value : _values.TryGetValue(found.Value, out var alias) ? Whole(alias) : "null");
        return resolved.Length <= QueryLimits.MaxExpression ? resolved : throw ODataFault.BadRequest("too-complex", "The query is too complex.");
    }

    /// <summary>An alias stands for a whole expression: what has operators of its own keeps together.</summary>
    private static string Whole(string value) => value.Contains(' ') && value[0] is not ('\'' or '[' or '(') ? $"({value})" : value;

    [GeneratedRegex(@"'[^']*'|@[\p{L}_][\p{L}\p{N}_]*")]
    private static partial Regex TextOrAlias();
}
