using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests;

public sealed class HostTests(PlainHost plain) : IClassFixture<PlainHost>
{
    private readonly TestHost _host = plain.Host;

    [Fact]
    public async Task A_host_without_modules_is_ready()
    {
        var answer = await _host.Browser().Http.GetAsync("/readyz");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("module platform", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("en-GB,en;q=0.8", "/en")]
    [InlineData("fr-CA,fr;q=0.9", "/fr")]
    [InlineData("es-MX", "/es")]
    [InlineData("de", "/en")]
    public async Task The_bare_address_leads_to_the_readers_language(string accepted, string home)
    {
        var browser = _host.Browser();
        browser.Http.DefaultRequestHeaders.Add("Accept-Language", accepted);

        Assert.Equal(home, (await browser.OpenAsync("/")).Path);
    }

    [Fact]
    public async Task A_language_that_the_site_does_not_have_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Browser().OpenAsync("/xx")).Status);

    [Theory]
    [InlineData("/", HttpStatusCode.Redirect)]
    [InlineData("/en", HttpStatusCode.OK)]
    [InlineData("/en/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/_content/IJJO.Platform.Web/site.css", HttpStatusCode.OK)]
    [InlineData("/odata", HttpStatusCode.OK)]
    public async Task Whoever_asks_for_the_head_of_an_address_gets_that_without_a_body(string path, HttpStatusCode status)
    {
        using var answer = await _host.Browser().Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/en")]
    [InlineData("/nowhere")]
    [InlineData("/odata/platform")]
    [InlineData("/_content/IJJO.Platform.Web/site.css")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var answer = await _host.Browser().Http.GetAsync(path);

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_host_keeps_to_the_connections_that_it_is_given()
    {
        var database = await TestServer.NewDatabaseAsync();
        await using var host = await TestHost.StartAsync([], connectionString: $"{database};Minimum Pool Size=9;Maximum Pool Size=9");
        var browser = host.Browser();

        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => browser.Http.GetAsync("/readyz")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var jobs = Math.Max(4 * Environment.ProcessorCount, 8) + 8;
        Assert.InRange((long)(await Sql.ScalarAsync(database, "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'ijjo-platform%'"))!, 2, 9 + jobs);
    }
}
