using IJJO.Platform.Loading;
using IJJO.Platform.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IJJO.Platform.Tests.Loading;

/// <summary>What becomes of a modules folder, module by module.</summary>
public sealed class LoaderTests : IDisposable
{
    private readonly DirectoryInfo _modules = Directory.CreateTempSubdirectory("ijjo-modules-");

    public void Dispose() => _modules.Delete(recursive: true);

    [Fact]
    public void A_good_module_runs_with_the_version_of_its_assembly()
    {
        var catalog = Load("Good");

        var good = Assert.Single(catalog.Running, m => m.Key == "good");
        Assert.Equal("1.0.0", good.Version);
        Assert.Empty(catalog.Off);
    }

    [Fact]
    public void A_module_compiled_against_a_newer_surface_is_off_and_says_what_to_upgrade() =>
        Assert.Contains("1.99.0 of the module surface, which is newer than this site's 1.0.0. Upgrade the platform", ReasonOf("newer", "Newer"));

    [Fact]
    public void A_module_that_throws_while_it_is_configured_is_off_and_leaves_no_service_behind()
    {
        var catalog = Load("Throwing", "Good");

        Assert.Contains("The teapot is empty.", Assert.Single(catalog.Off).Reason);
        Assert.DoesNotContain(catalog.Loaded.SelectMany(m => m.Services), s => s.ServiceType.Name == "Leftover");
        Assert.Contains(catalog.Running, m => m.Key == "good");
    }

    [Fact]
    public void The_dependants_of_a_module_that_is_off_are_off_too() =>
        Assert.Equal("It needs throwing, which is off. Put that module right first.", ReasonOf("needs-throwing", "Throwing", "NeedsThrowing"));

    [Fact]
    public void A_missing_dependency_is_named() =>
        Assert.Equal("It needs nowhere, which is not installed. Put that module into the modules folder and restart.", ReasonOf("needs-missing", "NeedsMissing"));

    [Theory]
    [InlineData("circle-a", "circle-b")]
    [InlineData("circle-b", "circle-a")]
    public void Modules_that_depend_on_each_other_in_a_circle_are_off(string key, string through) =>
        Assert.Contains($"It depends on itself through {through}.", ReasonOf(key, "CircleA", "CircleB"));

    [Fact]
    public void Two_modules_with_one_key_are_both_off_and_both_folders_are_named()
    {
        ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("Good"), "first");
        ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("Good"), "second");

        var catalog = Load();

        Assert.Equal(2, catalog.Off.Count);
        Assert.All(catalog.Off, off => Assert.Contains("The folders first and second hold modules with the same key \"good\".", off.Reason));
    }

    [Fact]
    public void Whoever_depends_on_a_doubled_module_is_told_that_it_is_off_and_not_to_install_it_once_more()
    {
        ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("Good"), "first");
        ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("Good"), "second");

        Assert.Equal("It needs good, which is off. Put that module right first.", ReasonOf("needs-good", "NeedsGood"));
    }

    [Fact]
    public void Two_modules_in_one_folder_are_refused()
    {
        ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("Good"), "both");
        ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("NeedsGood"), "both");

        Assert.Matches("This folder holds several modules .*needs-good.*Give each its own folder.", Assert.Single(Load().Off).Reason);
    }

    [Theory]
    [InlineData("Good")]
    [InlineData("2good")]
    [InlineData("too--good")]
    [InlineData("good-")]
    [InlineData("a-key-of-more-than-forty-characters-is-bad")]
    public void A_key_that_is_not_in_kebab_case_is_refused(string key) => Assert.StartsWith($"The key \"{key}\" is not in kebab case.", RefusalOf(key));

    [Theory]
    [InlineData("2.0.0", "It was compiled against version 2.0.0 of the module surface; this site has 1.0.0. Install a version of the module that was built for 1.x.")]
    [InlineData("0.9.0", "It was compiled against version 0.9.0 of the module surface;")]
    public void A_module_compiled_against_another_major_of_the_surface_is_refused(string compiledAgainst, string reason) =>
        Assert.StartsWith(reason, RefusalOf("other-major", Version.Parse(compiledAgainst)));

    [Fact]
    public void A_folder_without_a_module_is_off_and_says_what_belongs_there()
    {
        var off = Assert.Single(Load("NotAModule").Off);

        Assert.Null(off.Key);
        Assert.StartsWith("No assembly in this folder is a module.", off.Reason);
    }

    [Fact]
    public void A_library_that_the_host_has_is_the_hosts_and_not_the_modules_private_copy()
    {
        var catalog = Load("PrivateOlder");

        var got = catalog.Loaded.SelectMany(m => m.Services).Single(s => Equals(s.ServiceKey, "scrutor")).KeyedImplementationInstance;
        Assert.Same(typeof(Scrutor.ITypeSourceSelector).Assembly, got);
    }

    [Fact]
    public void A_module_that_needs_a_newer_version_of_the_hosts_library_is_off() =>
        Assert.Contains("Scrutor", ReasonOf("private-too-new", "PrivateTooNew"));

    [Fact]
    public void A_folder_that_links_to_somewhere_else_is_refused()
    {
        Directory.CreateSymbolicLink(Path.Combine(_modules.FullName, "linked"), TestPlaces.Fixture("Good"));

        Assert.StartsWith("The folder leads out of the modules folder.", Assert.Single(Load().Off).Reason);
    }

    [Fact]
    public void An_assembly_that_links_out_of_its_folder_is_refused()
    {
        var folder = _modules.CreateSubdirectory("linked").FullName;
        File.CreateSymbolicLink(Path.Combine(folder, "IJJO.Fixtures.Good.dll"), Path.Combine(TestPlaces.Fixture("Good"), "IJJO.Fixtures.Good.dll"));

        Assert.StartsWith("IJJO.Fixtures.Good.dll leads out of the module's folder.", Assert.Single(Load().Off).Reason);
    }

    private static string RefusalOf(string key, Version? compiledAgainst = null) => Assert.Throws<ModuleRefusedException>(() =>
        Check.Manifest(new ModuleManifest("", "", key, key, "1.0.0", [], compiledAgainst ?? typeof(IModule).Assembly.GetName().Version!))).Message;

    private string ReasonOf(string key, params string[] fixtures) => Assert.Single(Load(fixtures).Off, off => off.Key == key).Reason;

    private ModuleCatalog Load(params string[] fixtures)
    {
        foreach (var fixture in fixtures) ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture(fixture));
        return ModuleLoader.Load(_modules.FullName, NullLogger.Instance);
    }
}
