using IJJO.Platform.Testing;

namespace IJJO.Platform.Architecture.Tests.Readme;

public sealed class ReadmeTests
{
    private const string Begin = "<!-- catalogue: written by a test, see above -->";
    private const string End = "<!-- end of the catalogue -->";
    private const string Command = "UPDATE_CATALOGUE=1 dotnet test --project tests/IJJO.Platform.Architecture.Tests --filter-class '*ReadmeTests'";

    private static string ReadmePath => Path.Combine(TestPlaces.Repository, "modules", "README.md");

    [Fact]
    public void The_catalogue_of_modules_is_up_to_date()
    {
        var readme = File.ReadAllText(ReadmePath).ReplaceLineEndings("\n");
        var wanted = WithCatalogue(readme, Catalogue.All);
        if (Environment.GetEnvironmentVariable("UPDATE_CATALOGUE") == "1") File.WriteAllText(ReadmePath, wanted);
        else Rule.Holds(OutOfDate(readme, wanted));
    }

    [Fact]
    public void A_module_that_is_not_in_the_catalogue_is_noticed()
    {
        var readme = File.ReadAllText(ReadmePath).ReplaceLineEndings("\n");
        Rule.IsBroken(OutOfDate(WithCatalogue(readme, Catalogue.All), WithCatalogue(readme, [.. Catalogue.All, Catalogue.Broken])), "broken", Command);
    }

    private static IEnumerable<string> OutOfDate(string readme, string wanted) =>
        readme == wanted ? [] : [$"modules/README.md lacks \"{FirstDifference(readme, wanted)}\". Run: {Command}"];

    private static string FirstDifference(string readme, string wanted) =>
        wanted.Split('\n').Except(readme.Split('\n')).FirstOrDefault() ?? "the order, or the absence, of some lines";

    private static string WithCatalogue(string readme, IReadOnlyList<ModuleInfo> all)
    {
        var (begin, end) = (readme.IndexOf(Begin, StringComparison.Ordinal), readme.IndexOf(End, StringComparison.Ordinal));
        Assert.True(begin >= 0 && end > begin, $"modules/README.md needs the lines {Begin} and {End}.");
        return $"{readme[..(begin + Begin.Length)]}\n\n{CatalogueText.Of(all)}\n{readme[end..]}";
    }
}
