using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Production;

/// <summary>The whole site in Production behind a proxy, with a mail server, after a day of visitors: most do well, some meet what fails.</summary>
public sealed partial class ProductionSite : IAsyncLifetime
{
    internal const string Sender = "ximena.quisbert@example.org";
    private const string Unreachable = "oriol.unreachable@example.org";
    private const string Stranger = "wanda.kowalczyk@example.org";
    private const string Password = "an-unusual-password";
    private const string WrongToken = "a-wrong-token-of-a-mailed-link-0123456789ab";

    private readonly SmtpSink _mailServer = new() { OnRecipient = to => to == Unreachable ? $"550 5.1.1 <{to}>: nobody of this name" : "250 2.1.5 Ok" };
    private HostProcess _host = null!;

    internal string Database { get; private set; } = null!;

    /// <summary>What the host has printed.</summary>
    internal string Output => _host.Output;

    /// <summary>What nobody may read in a log: names, addresses, what was written, passwords and tokens.</summary>
    internal List<string> Secrets { get; } = ["Ximena", "Quisbert", Sender, "Oriol", Unreachable, Stranger, "Kowalczyk", Password, WrongToken, "mediators in five cities"];

    public async ValueTask InitializeAsync()
    {
        Database = await TestServer.NewDatabaseAsync();
        _host = await HostProcess.Start(
            ["submissions", "evaluation", "outreach", "working-groups", "knowledge-feed"], Database, "environment=Production", "Platform:SampleData=true", "ForwardedHeaders_Enabled=true",
            "Mail:Smtp:Host=127.0.0.1", $"Mail:Smtp:Port={_mailServer.Port.ToString(CultureInfo.InvariantCulture)}", "Mail:Smtp:Security=none").ReadyAsync();
        var browser = new TestBrowser(_host.Address, null);
        browser.Http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var (opened, first, second) = (Stopwatch.GetTimestamp(), await browser.OpenAsync("/en/collaborate"), await browser.OpenAsync("/en/collaborate"));
        await RefusedAsync(browser);
        // Who is faster than anybody can write is held back.
        await Eventually.IsTrueAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(opened) > TimeSpan.FromSeconds(4)), "the time to write");
        await SendAsync(browser, first, "Ximena Quisbert", Sender);
        await SendAsync(browser, second, "Oriol Unreachable", Unreachable);
        var link = await MailedLinkAsync();
        Secrets.Add(link[(link.LastIndexOf('/') + 1)..]);
        await BrokenAsync(browser, link);
        Assert.Contains("confirmed", (await browser.SubmitAsync(await browser.OpenAsync(link), [], "#confirm")).Path);
        await Eventually.IsTrueAsync(async () => Equals(1L, await Sql.ScalarAsync(Database, "SELECT count(*) FROM outreach.delivery WHERE state = 'suppressed'")), "the mail to nobody to be refused");
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _mailServer.DisposeAsync();
    }

    private static async Task RefusedAsync(TestBrowser browser)
    {
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in"), [("Email", Stranger), ("Password", Password)], "form:has([name=Password])");
        await browser.SubmitAsync(await browser.OpenAsync("/staff/sign-in/forgotten"), [("Email", Stranger)]);
        await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate/link"), [("Email", Stranger)]);
        foreach (var address in (string[])["/en/proposals/", "/en/collaborate/draft/", "/en/enter/", "/en/answer/", "/staff/welcome/"]) await browser.OpenAsync(address + WrongToken);
        await browser.Http.GetAsync($"/odata/submissions/Proposals?$filter=Email eq '{Stranger}'");
        browser.Http.DefaultRequestHeaders.Authorization = new("Bearer", WrongToken);
        await browser.Http.GetAsync("/odata/submissions/Proposals");
        browser.Http.DefaultRequestHeaders.Authorization = null;
    }

    private static async Task SendAsync(TestBrowser browser, TestPage form, string name, string email)
    {
        var thanks = await browser.SubmitAsync(
            form,
            [
                ("Kind", "individual"), ("Name", name), ("Email", email), ("Country", "ES"), ("Language", "en"), ("Proposal", "A network of mediators in five cities."),
                ("Consents", "evaluate"), ("Adult", "true"),
            ],
            "#collaborate");
        Assert.Matches("/thanks\\?reference=[^&]+$", thanks.Path);
    }

    /// <summary>For a moment nobody's link can be looked up: whoever opens one gets an error, which is logged.</summary>
    private async Task BrokenAsync(TestBrowser browser, string link)
    {
        await Sql.ScalarAsync(Database, "ALTER TABLE submissions.access_links RENAME TO gone");
        Assert.Equal(HttpStatusCode.InternalServerError, (await browser.OpenAsync(link)).Status);
        await Sql.ScalarAsync(Database, "ALTER TABLE submissions.gone RENAME TO access_links");
    }

    private async Task<string> MailedLinkAsync()
    {
        var mail = await Eventually.GetAsync(() => Task.FromResult(_mailServer.Accepted.FirstOrDefault(mail => mail.Recipient == Sender)), "the receipt");
        // Quoted-printable breaks lines behind an equals sign.
        return Link().Match(mail.Text.Replace("=\r\n", "", StringComparison.Ordinal)).Value;
    }

    [GeneratedRegex(@"/en/proposals/[\w-]+")]
    private static partial Regex Link();
}
