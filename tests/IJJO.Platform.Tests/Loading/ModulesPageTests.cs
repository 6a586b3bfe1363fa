using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Loading;

/// <summary>The staff page of modules, on a site where everything that can be wrong is wrong.</summary>
public sealed class ModulesPageTests(ModulesPageTests.BrokenSite site) : IClassFixture<ModulesPageTests.BrokenSite>
{
    [Theory]
    [InlineData("newer", "Upgrade the platform or install an older version of the module.")]
    [InlineData("throwing", "The teapot is empty.")]
    [InlineData("needs-throwing", "It needs throwing, which is off. Put that module right first.")]
    [InlineData("bad-migration", "Its database could not be brought up to date:")]
    [InlineData("private-too-new", "Scrutor")]
    [InlineData("needs-missing", "It needs nowhere, which is not installed.")]
    [InlineData("circle-a", "It depends on itself through circle-b.")]
    [InlineData("listing", "The folders first and second hold modules with the same key \"listing\".")]
    [InlineData("platform", "The key \"platform\" belongs to the platform itself.")]
    [InlineData("linked", "The folder leads out of the modules folder.")]
    [InlineData("linked-file", "IJJO.Fixtures.Good.dll leads out of the module's folder.")]
    [InlineData("NotAModule", "No assembly in this folder is a module.")]
    public async Task A_module_that_is_off_says_why_and_what_to_do(string module, string reason)
    {
        var page = await site.Host.Browser(TestPerson.Staff("Ada", "platform.administer")).OpenAsync("/staff/modules");

        Assert.Contains(page.Html.QuerySelectorAll(".notice"), notice =>
            notice.TextContent.Contains(module, StringComparison.Ordinal) && notice.TextContent.Contains(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("good")]
    [InlineData("private-older")]
    public async Task The_site_runs_all_the_same_and_its_good_modules_with_it(string module)
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await site.Host.Browser().OpenAsync("/en")).Status);
        var page = await site.Host.Browser(TestPerson.Staff("Ada", "platform.administer")).OpenAsync("/staff/modules");
        Assert.NotNull(page.Html.QuerySelector($"#{module}"));
    }

    public sealed class BrokenSite : IAsyncLifetime
    {
        private static readonly string[] Modules =
            ["Good", "Newer", "Throwing", "NeedsThrowing", "BadMigration", "PrivateOlder", "PrivateTooNew", "NeedsMissing", "CircleA", "CircleB", "Impostor", "NotAModule"];

        private readonly DirectoryInfo _modules = Directory.CreateTempSubdirectory("ijjo-modules-");

        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            foreach (var module in Modules) ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture(module));
            ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("Listing"), "first");
            ModuleCopy.Into(_modules.FullName, TestPlaces.Fixture("Listing"), "second");
            Directory.CreateSymbolicLink(Path.Combine(_modules.FullName, "linked"), TestPlaces.Fixture("Good"));
            var file = Path.Combine(_modules.CreateSubdirectory("linked-file").FullName, "IJJO.Fixtures.Good.dll");
            File.CreateSymbolicLink(file, Path.Combine(TestPlaces.Fixture("Good"), "IJJO.Fixtures.Good.dll"));
            Host = await TestHost.StartAsync([], [$"Platform:ModulesFolder={_modules.FullName}"]);
        }

        public async ValueTask DisposeAsync()
        {
            await Host.DisposeAsync();
            _modules.Delete(recursive: true);
        }
    }
}
