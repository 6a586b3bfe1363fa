using System.Text.RegularExpressions;

namespace IJJO.Platform.OData;

/// <summary>
/// Parameter aliases (4.01 part 2, 5.3): <c>$filter=Pages gt @least&amp;@least=10</c>. Put into the text before it is parsed, as the library's binders have
/// no value for the nodes that its parser makes of them.
/// </summary>
internal static partial class Aliases
{
    private static readonly string[] Expressions = ["$filter", "$orderby"];

    public static IReadOnlyDictionary<string, string> Resolve(IReadOnlyDictionary<string, string> options) => options.Keys.Any(name => name.StartsWith('@'))
        ? options.ToDictionary(option => option.Key, option => Expressions.Contains(option.Key) ? Resolve(option.Value, options) : option.Value)
        : options;

    // One that is not given is null.
    private static string Resolve(string expression, IReadOnlyDictionary<string, string> options) =>
        TextOrAlias().Replace(expression, found => found.Value[0] == '@' ? options.GetValueOrDefault(found.Value, "null") : found.Value);

    [GeneratedRegex(@"'[^']*'|@[\p{L}_][\p{L}\p{N}_]*")]
    private static partial Regex TextOrAlias();
}
