using System.Text.RegularExpressions;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Architecture.Tests.Texts;

/// <summary>French sets a space before two-part signs and inside quotation marks, at which no line may break.</summary>
public sealed partial class FrenchTests
{
    [Fact]
    public void No_French_text_breaks_before_a_sign() => Rule.Holds(
        from pattern in new[] { "*.fr.resx", "*.fr.liquid" }
        from root in new[] { "src", "modules" }
        from file in Directory.EnumerateFiles(Path.Combine(TestPlaces.Repository, root), pattern, SearchOption.AllDirectories)
        from wrong in Breaks(File.ReadAllText(file))
        select $"{Path.GetRelativePath(TestPlaces.Repository, file)}: \"{wrong}\" needs a no-break space (U+00A0).");

    [Fact]
    public void A_space_that_breaks_is_named() => Assert.Equal(["écrit :", "« Oui", " »"], Breaks("Il écrit : « Oui ». Pourquoi\u00a0? {{ x }} == 'a'"));

    private static IEnumerable<string> Breaks(string text) => Breaking().Matches(text).Select(match => match.Value);

    [GeneratedRegex("""\S* (?:»|[:;?!](?=[\s<"')\]]|$))|« \S*""", RegexOptions.Multiline)]
    private static partial Regex Breaking();
}
