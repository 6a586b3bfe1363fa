using System.Text.RegularExpressions;

namespace IJJO.Evaluation.Cases;

/// <summary>
/// Blacks out what tells who wrote a text: the sender's and the entity's names, addresses of mail and web, telephone numbers. It is done once,
/// when the case arrives, and evaluators' read models hold only the result: what is not there cannot be filtered for.
/// </summary>
internal static partial class BlindText
{
    public const string Mark = "▒▒▒";

    public static string? Of(string? text, string? senderName, string? entityName)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = Addresses().Replace(text, Mark);
        text = Numbers().Replace(text, Mark);
        foreach (var name in Names(senderName, entityName))
        {
            text = Regex.Replace(text, $@"(?<!\w){Regex.Escape(name)}(?!\w)", Mark, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        return text;
    }

    // Longest first, so that "Ana Ruiz" becomes one mark. Parts of fewer than four letters ("de", "van", "Li") would black out ordinary words.
    private static IEnumerable<string> Names(string? senderName, string? entityName) =>
        new[] { senderName, entityName }
            .Concat(senderName?.Split([' ', '-', ',', '.'], StringSplitOptions.RemoveEmptyEntries).Where(part => part.Length >= 4) ?? [])
            .OfType<string>()
            .Select(name => name.Trim())
            .Where(name => name.Length > 1)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(name => name.Length);

    [GeneratedRegex(@"\b(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"(?<!\w)\+?\d(?:[\s().-]?\d){8,14}(?!\w)")]
    private static partial Regex Numbers();
}
