using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Identity;

public sealed class PageTests(PeopleSite site) : IClassFixture<PeopleSite>
{
    public static TheoryData<string> StaffPages =>
        ["/staff/account", "/staff/people", "/staff/roles", "/staff/modules", "/staff/organisation", "/staff/events", "/staff/audit"];

    [Theory]
    [MemberData(nameof(StaffPages))]
    public async Task Every_page_opens_for_an_administrator_in_every_language(string path)
    {
        var (_, browser) = await site.SignedInAsync(Roles.Administrator);
        var titles = new List<string>();
        foreach (var language in new[] { "en", "es", "fr" })
        {
            var page = await browser.OpenAsync($"{path}?lang={language}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(language, page.Html.DocumentElement.GetAttribute("lang"));
            titles.Add(page.Html.QuerySelector("h1")!.TextContent);
        }

        Assert.DoesNotContain(titles, title => title.Contains(".title"));
    }

    [Theory]
    [MemberData(nameof(StaffPages))]
    public async Task A_visitor_is_sent_to_the_sign_in(string path) =>
        Assert.StartsWith("/staff/sign-in?returnUrl=", (await site.Host.Browser().OpenAsync(path)).Path);

    [Fact]
    public async Task Somebody_without_the_permission_is_told_so()
    {
        var (_, browser) = await site.SignedInAsync(Roles.Evaluator);

        var page = await browser.OpenAsync("/staff/people");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
        Assert.Contains("not open to you", page.Text);
    }

    [Fact]
    public async Task What_is_said_about_the_organisation_stands_on_the_privacy_page()
    {
        var (_, browser) = await site.SignedInAsync(Roles.Administrator);
        var page = await browser.OpenAsync("/staff/organisation?lang=en");

        var saved = await browser.SubmitAsync(page, [("ContactEmail", "contact@example.org"), ("Controller", "Foundation of the Test"), ("SupervisoryAuthority", "Authority of the Test"), ("PrivacyText-fr", "Bonjour de {name}")], "#organisation");
        Assert.Contains("Saved.", saved.Text);

        var english = (await site.Host.Browser().OpenAsync("/en/privacy")).Text;
        Assert.Contains("Foundation of the Test", english);
        Assert.Contains("Authority of the Test", english);
        Assert.Contains("Art. 6(1)(b)", english);
        Assert.Contains("art. 6.1.b", (await site.Host.Browser().OpenAsync("/es/privacy")).Text);
        Assert.Contains("Bonjour de", (await site.Host.Browser().OpenAsync("/fr/privacy")).Text);
    }

    [Fact]
    public async Task A_time_zone_that_does_not_exist_is_refused_beside_its_field()
    {
        var (_, browser) = await site.SignedInAsync(Roles.Administrator);

        var refused = await browser.SubmitAsync(await browser.OpenAsync("/staff/organisation"), [("TimeZone", "Mars/Olympus")], "#organisation");

        Assert.NotNull(refused.Html.QuerySelector("#organisation-TimeZone-error"));
    }

    [Theory]
    [InlineData("/en/accessibility", "WCAG")]
    [InlineData("/es/accessibility", "WCAG")]
    [InlineData("/fr/accessibility", "WCAG")]
    public async Task The_accessibility_page_exists(string path, string says) => Assert.Contains(says, (await site.Host.Browser().OpenAsync(path)).Text);

    [Fact]
    public async Task Nothing_at_an_address_is_said_in_the_readers_language()
    {
        var page = await site.Host.Browser().OpenAsync("/es/no/hay/nada");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Contains("No hay nada en esta dirección", page.Text);
    }

    [Fact]
    public async Task A_token_is_shown_once_and_can_be_revoked()
    {
        var (_, browser) = await site.SignedInAsync(Roles.Administrator);
        var page = await browser.SubmitAsync(
            await browser.OpenAsync("/staff/account?lang=en"), [("Name", "Excel"), ("Permissions", "platform.audit.read"), ("Days", "30")], "#token-make");

        Assert.StartsWith("ijjo_", page.Html.QuerySelector("#token")?.TextContent.Trim());
        var again = await browser.OpenAsync("/staff/account?lang=en");
        Assert.Null(again.Html.QuerySelector("#token"));
        var revoked = await browser.SubmitAsync(again, [], "form[id^='token-']:not(#token-make)");
        Assert.Contains("Revoked", revoked.Text);
    }
}
