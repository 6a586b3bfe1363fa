using System.Text.RegularExpressions;

namespace IJJO.Platform.OData;

/// <summary>A question without the values in it, and without the place where its page begins: what one like it has cost tells what it will cost.</summary>
internal static partial class QuestionShape
{
    public static string Of(string question) => Values().Replace(Start().Replace(question, ""), "?");

    [GeneratedRegex("[?&][$]?skiptoken=[^&]*", RegexOptions.CultureInvariant)]
    private static partial Regex Start();

    [GeneratedRegex("'(?:[^']|'')*'|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Values();
}
