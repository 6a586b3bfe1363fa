using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Jobs;

public sealed class DashboardTests(PlainHost plain) : IClassFixture<PlainHost>
{
    private readonly TestBrowser _operator = plain.Host.Browser(TestPerson.Staff("Ana Roca", "platform.jobs"));

    [Theory]
    [InlineData("/staff/jobs", "style-src 'self'.*'sha256-z7zc")]
    [InlineData("/staff/jobs/recurring", "style-src-attr 'unsafe-hashes'")]
    public async Task The_dashboard_may_use_its_own_styles_by_hash(string path, string allowed)
    {
        using var page = await _operator.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Matches(allowed, policy);
        Assert.DoesNotContain("unsafe-inline", policy);
    }

    [Fact]
    public async Task Other_pages_allow_no_hash()
    {
        using var page = await _operator.Http.GetAsync("/staff", TestContext.Current.CancellationToken);
        Assert.DoesNotContain("sha256", Assert.Single(page.Headers.GetValues("Content-Security-Policy")));
    }

    [Fact]
    public async Task It_is_linked_for_those_who_may_use_it_and_closed_to_others()
    {
        Assert.Contains((await _operator.OpenAsync("/staff")).Html.QuerySelectorAll(".side-nav a"), link => link.GetAttribute("href") == "/staff/jobs");
        var other = plain.Host.Browser(TestPerson.Staff("Eva Gil", "platform.cases.read"));
        Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync("/staff/jobs")).Status);
    }
}
