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

        AssertHeaders(answer, Policy("'self'"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task The_nonce_of_the_policy_is_that_of_the_pages_script_and_another_one_each_time()
    {
        var editor = _host.Browser(TestPerson.Staff("Eva", "platform.vocabularies.edit"));

        var nonces = new[] { await NonceAsync(), await NonceAsync() };

        Assert.All(nonces, nonce => Assert.True(Convert.FromBase64String(nonce).Length >= 16));
        Assert.NotEqual(nonces[0], nonces[1]);

        async Task<string> NonceAsync()
        {
            var answer = await editor.Http.GetAsync("/staff/platform/Terms");
            var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());
            var nonce = Assert.Single(page.QuerySelectorAll("script:not([src])").Select(script => script.GetAttribute("nonce")).Distinct())!;
            AssertHeaders(answer, Policy($"'self' 'nonce-{nonce}'"));
            return nonce;
        }
    }

    [Theory]
    [InlineData("en", "Something went wrong here")]
    [InlineData("es", "Algo ha fallado aquí")]
    [InlineData("fr", "Quelque chose n’a pas fonctionné ici")]
    public async Task What_goes_wrong_inside_is_said_in_the_readers_language_and_without_a_word_of_the_inside(string language, string title)
    {
        var answer = await _host.Browser().Http.GetAsync($"/{language}{PlainHost.Stumble}");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        AssertHeaders(answer, Policy("'self'"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<h1>{title}</h1>", WebUtility.HtmlDecode(text));
        Assert.All([PlainHost.Secret, nameof(InvalidOperationException), " at ", ".cs:line"], inside => Assert.DoesNotContain(inside, text));
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

    private static void AssertHeaders(HttpResponseMessage answer, string policy)
    {
        (string, string)[] headers =
        [
            ("Content-Security-Policy", policy), ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "no-referrer"), ("Cross-Origin-Opener-Policy", "same-origin"),
            ("Cross-Origin-Resource-Policy", "same-origin"), ("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()"),
        ];
        Assert.All(headers, header => Assert.Equal(header.Item2, Assert.Single(answer.Headers.GetValues(header.Item1))));
    }

    private static string Policy(string own) =>
        $"default-src 'none'; script-src {own}; style-src {own}; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; form-action 'self'; "
        + "frame-ancestors 'none'; base-uri 'self'; manifest-src 'self'";
}
