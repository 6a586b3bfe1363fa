using System.Net;
using System.Text;
using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Tests.Identity;

/// <summary>Personal access tokens from the account page to the service, as their owner and their program use them.</summary>
public sealed class TokenTests(PeopleSite site) : IClassFixture<PeopleSite>
{
    private const string Terms = "/odata/platform/Terms?$top=1";

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Basic")]
    public async Task A_program_reads_with_a_token_what_it_was_made_for_until_it_is_revoked(string scheme)
    {
        var (_, owner) = await site.SignedInAsync(Roles.Coordinator);
        var made = await MakeAsync(owner, "Excel", PlatformPermissions.EditVocabularies);
        var program = Program(scheme, Secret(made));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, Terms));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(program, "/odata/platform/Views"));
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(program, "/staff/account"));

        var listed = await owner.OpenAsync("/staff/account?lang=en");
        var form = listed.Html.QuerySelector("form[id^='token-']:not(#token-make)")!;
        Assert.Contains("Excel", form.TextContent);
        Assert.Contains("Edit the vocabularies", form.TextContent);
        Assert.DoesNotContain("never", form.TextContent);
        await owner.SubmitAsync(listed, [], "form[id^='token-']:not(#token-make)");
        using var refused = await program.GetAsync(Terms, Cancel);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(["Bearer", "Basic"], refused.Headers.WwwAuthenticate.Select(way => way.Scheme));
    }

    [Theory]
    [InlineData("", PlatformPermissions.EditVocabularies, "90", "Name")]
    [InlineData("Excel", "", "90", "Permissions")]
    [InlineData("Excel", PlatformPermissions.Administer, "90", "Permissions")]
    [InlineData("Excel", PlatformPermissions.EditVocabularies, "366", "Days")]
    [InlineData("Excel", PlatformPermissions.EditVocabularies, "", "Days")]
    public async Task A_token_needs_a_name_rights_that_its_owner_has_and_an_end_within_a_year(string name, string permission, string days, string field)
    {
        var (_, owner) = await site.SignedInAsync(Roles.Coordinator);
        var page = await MakeAsync(owner, name, permission, days);
        Assert.Null(page.Html.QuerySelector("#token"));
        Assert.NotEmpty(page.Html.QuerySelectorAll($"#token-make [id$='-{field}-error']"));
    }

    [Fact]
    public async Task Nobody_revokes_the_token_of_somebody_else()
    {
        var (ana, eva) = (await site.SignedInAsync(Roles.Coordinator), await site.SignedInAsync(Roles.Coordinator));
        var secret = Secret(await MakeAsync(ana.Browser, "Hers", PlatformPermissions.EditVocabularies));
        var page = await MakeAsync(eva.Browser, "Mine", PlatformPermissions.EditVocabularies);
        var hers = await site.Host.InScopeAsync<IdentityDb, Guid>(db => db.AccessTokens.Where(token => token.AccountId == ana.Account.Id).Select(token => token.Id).SingleAsync());

        var answer = await eva.Browser.SubmitAsync(page, [("_handler", $"token-{hers}")], "form[id^='token-']:not(#token-make)");

        Assert.NotEqual(HttpStatusCode.OK, answer.Status);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Program("Bearer", secret), Terms));
    }

    [Fact]
    public async Task Owners_are_told_a_week_before_a_token_ends()
    {
        var (owner, browser) = await site.SignedInAsync(Roles.Coordinator);
        await MakeAsync(browser, "Monthly report", PlatformPermissions.EditVocabularies, "30");
        Assert.Equal(0, await WarningsAsync(owner));

        await site.Host.InScopeAsync<IdentityDb>(db => db.AccessTokens.Where(token => token.AccountId == owner.Id)
            .ExecuteUpdateAsync(change => change.SetProperty(token => token.ExpiresAt, DateTimeOffset.UtcNow.AddDays(6))));

        Assert.Equal(1, await WarningsAsync(owner));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task<TestPage> MakeAsync(TestBrowser owner, string name, string permission, string days = "90") =>
        await owner.SubmitAsync(await owner.OpenAsync("/staff/account?lang=en"), [("Name", name), ("Permissions", permission), ("Days", days)], "#token-make");

    private static string Secret(TestPage page) => page.Html.QuerySelector("#token")!.TextContent.Trim();

    private static async Task<HttpStatusCode> StatusAsync(HttpClient program, string path) => (await program.GetAsync(path, Cancel)).StatusCode;

    private HttpClient Program(string scheme, string secret)
    {
        var program = site.Host.Browser().Http;
        program.DefaultRequestHeaders.Authorization = new(scheme, scheme == "Basic" ? Convert.ToBase64String(Encoding.UTF8.GetBytes($"anybody:{secret}")) : secret);
        return program;
    }

    private async Task<int> WarningsAsync(StaffAccount owner)
    {
        await site.Host.InScopeAsync<WarnOfExpiry>(job => job.RunAsync(null, Cancel));
        return await site.Host.InScopeAsync<IJJO.Platform.Data.PlatformDb, int>(db => db.Database.SqlQuery<int>($"""
            SELECT count(DISTINCT payload ->> 'intent')::int AS "Value" FROM platform.__outbox
            WHERE payload ->> 'template' = 'platform.token-expiry' AND payload ->> 'toAddress' = {owner.Email}
            """).SingleAsync());
    }
}
