using System.Text.RegularExpressions;

namespace IJJO.Platform.OData;

/// <summary>Quotes the words of a <c>$search</c> that the library's lexer refuses although they are words to everybody else: <c>S-2026-00001</c>.</summary>
internal static partial class SearchWords
{
    public static string Quoted(string search) => Part().Replace(search, part => part.Value[0] is '"' or '(' or ')' || part.Value.All(char.IsLetter) ? part.Value : $"\"{part.Value}\"");

    [GeneratedRegex("""
        "[^"]*"?|[()]|[^\s()"]+
        """)]
    private static partial Regex Part();
}
