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
    [InlineData("NotAModule", "No assembly in this folder is a module.")]
    public async Task A_module_that_is_off_says_why_and_what_to_do(string module, string reason)
    {
        var page = await site.Host.Browser(TestPerson.Staff("Ada", "platform.administer")).OpenAsync("/staff/modules");

        Assert.Contains(page.Html.QuerySelectorAll(".notice"), notice =>
            notice.TextContent.Contains(module, StringComparison.Ordinal) && notice.TextContent.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_site_runs_all_the_same_and_its_good_module_with_it()
    {
        Assert.Equal(System.Net.HttpStatusCode.OK, (await site.Host.Browser().OpenAsync("/en")).Status);
        var page = await site.Host.Browser(TestPerson.Staff("Ada", "platform.administer")).OpenAsync("/staff/modules");
        Assert.NotNull(page.Html.QuerySelector("#good"));
    }

    public sealed class BrokenSite : IAsyncLifetime
    {
        public TestHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Host = await TestHost.StartAsync(
            ((string[])["Good", "Newer", "Throwing", "NeedsThrowing", "BadMigration", "PrivateTooNew", "NeedsMissing", "CircleA", "CircleB", "NotAModule"])
            .Select(TestPlaces.Fixture));

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
