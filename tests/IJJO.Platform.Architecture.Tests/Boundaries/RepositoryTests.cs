using IJJO.Platform.Testing;

namespace IJJO.Platform.Architecture.Tests.Boundaries;

/// <summary>What the repository may hold, and that its core names no module.</summary>
public sealed class RepositoryTests
{
    [Fact]
    public void The_root_holds_what_it_lists() => Rule.Holds(Root.Wrong(TestPlaces.Repository));

    [Fact]
    public void What_does_not_belong_into_the_root_is_named_and_what_is_missing() => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, ".gitignore"), "artifacts/\n*.user\n");
        File.WriteAllText(Path.Combine(folder, "PLAN.md"), "");
        File.WriteAllText(Path.Combine(folder, "mine.user"), "");
        Directory.CreateDirectory(Path.Combine(folder, "artifacts"));
        var wrong = Root.Wrong(folder).ToList();
        Rule.IsBroken(wrong, "PLAN.md stands in the root");
        Rule.IsBroken(wrong, "README.md is missing");
        Assert.DoesNotContain(wrong, breach => breach.Contains("stands") && !breach.StartsWith("PLAN.md"));
    });

    [Fact]
    public void Host_engine_kit_and_browser_name_no_module_and_no_set() =>
        Rule.Holds(ModuleNames.In(Path.Combine(TestPlaces.Repository, "src"), Catalogue.Modules.Select(module => module.Key), Sets), ModuleNames.Reasons);

    [Theory]
    [InlineData("Host.cs", "if (module.Key == \"working-groups\") Show();", "working-groups")]
    [InlineData("Panel.razor", "<a href=\"/staff/working-groups/Groups\">", "working-groups")]
    [InlineData("Home.cs", "var may = user.Has(\"outreach.read\");", "outreach")]
    [InlineData("list.ts", "if (set.name === 'Groups') draw();", "Groups")]
    [InlineData("menu.ts", "fetch(`${service}/Groups(${key})`);", "Groups")]
    public void A_file_that_does_is_named_with_the_name(string file, string line, string name) => InFolder(folder =>
    {
        File.WriteAllText(Path.Combine(folder, file), $"// outreach\n{line}\n");
        Assert.Equal([$"{file} names {name}, which belongs to a module: let the module declare it."], ModuleNames.In(folder, ["outreach", "working-groups"], ["Groups"]));
    });

    private static IEnumerable<string> Sets => Catalogue.Modules.SelectMany(module => module.Declared<EntitySetDeclaration>()).Select(declared => declared.Set.Name);

    private static void InFolder(Action<string> test)
    {
        var folder = Directory.CreateTempSubdirectory("ijjo-repository-");
        try
        {
            test(folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
