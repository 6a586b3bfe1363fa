using System.Net;
using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IJJO.Platform.Tests.Identity;

public sealed class SignInTests(PeopleSite site) : IClassFixture<PeopleSite>
{
    [Fact]
    public async Task A_failed_sign_in_says_the_same_and_costs_the_same_whoever_it_was_for()
    {
        var known = await site.AccountAsync();
        var left = await site.AccountAsync();
        var invited = await site.AccountAsync();
        await site.Host.InScopeAsync<IdentityDb>(async db =>
        {
            (await db.Users.FindAsync(left.Id))!.IsActive = false;
            (await db.Users.FindAsync(invited.Id))!.PasswordHash = null;
            await db.SaveChangesAsync();
        });

        var answers = new List<(string Text, int Hashes, string Path)>();
        foreach (var (email, password) in new[]
            { ("nobody@example.org", "whatever it may be"), (known.Email!, "whatever it may be"), (left.Email!, PeopleSite.Password), (invited.Email!, PeopleSite.Password), ("", "") })
        {
            var before = site.Hashes;
            var page = await site.SignInAsync(site.Host.Browser(), email, password);
            answers.Add((page.Text, site.Hashes - before, page.Path));
        }

        Assert.Single(answers.Distinct());
        Assert.Equal(1, answers[0].Hashes);
        Assert.Contains("is not right", answers[0].Text);
    }

    [Fact]
    public async Task The_right_password_leads_to_the_page_that_was_asked_for()
    {
        var account = await site.AccountAsync();

        var page = await site.SignInAsync(site.Host.Browser(), account.Email!, PeopleSite.Password);

        Assert.Equal("/staff/account", page.Path);
        Assert.Contains(account.Email!, page.Text);
    }

    [Fact]
    public async Task Ten_wrong_passwords_lock_the_account_for_the_right_one_too()
    {
        var account = await site.AccountAsync();
        var browser = site.Host.Browser();
        for (var i = 0; i < 10; i++) await site.SignInAsync(browser, account.Email!, "wrong");

        Assert.StartsWith("/staff/sign-in", (await site.SignInAsync(browser, account.Email!, PeopleSite.Password)).Path);
    }

    [Fact]
    public async Task Somebody_who_is_deactivated_is_out_at_the_next_look_at_the_stamp()
    {
        var (account, browser) = await site.SignedInAsync();
        Assert.Equal("/staff/account", (await browser.OpenAsync("/staff/account")).Path);

        Assert.True((await site.RunAsync(new ChangePerson(account.Id, account.Name, "en", IsActive: false, []))).Succeeded);

        Assert.StartsWith("/staff/sign-in", (await browser.OpenAsync("/staff/account")).Path);
    }

    [Fact]
    public void The_stamp_is_looked_at_each_minute_and_passwords_are_hashed_slowly()
    {
        using var plain = new ServiceCollection().AddLogging().AddPlatformIdentity(
            new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build(), new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Production" }).BuildServiceProvider();

        Assert.Equal(TimeSpan.FromMinutes(1), plain.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval);
        Assert.True(plain.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount >= 210_000);
        Assert.Equal(12, plain.GetRequiredService<IOptions<IdentityOptions>>().Value.Password.RequiredLength);
        var cookie = plain.GetRequiredService<IOptionsMonitor<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        Assert.Equal(("__Host-staff", TimeSpan.FromHours(8), false), (cookie.Cookie.Name, cookie.ExpireTimeSpan, cookie.SlidingExpiration));
        Assert.Equal(Microsoft.AspNetCore.Http.CookieSecurePolicy.Always, cookie.Cookie.SecurePolicy);
    }

    [Fact]
    public async Task With_a_second_step_the_password_alone_does_not_let_in()
    {
        var account = await site.AccountAsync();
        await site.Host.InScopeAsync<UserManager<StaffAccount>>(async accounts =>
        {
            var mine = (await accounts.FindByIdAsync(account.Id.ToString()))!;
            await accounts.ResetAuthenticatorKeyAsync(mine);
            await accounts.SetTwoFactorEnabledAsync(mine, true);
        });
        var browser = site.Host.Browser();

        var page = await site.SignInAsync(browser, account.Email!, PeopleSite.Password);

        Assert.StartsWith("/staff/sign-in/code", page.Path);
        Assert.StartsWith("/staff/sign-in", (await browser.OpenAsync("/staff/account")).Path);
        Assert.Contains("not right", (await browser.SubmitAsync(page, [("Code", "000000")], "#code")).Text);
    }

    [Fact]
    public async Task Signing_out_needs_the_form_and_ends_the_session()
    {
        var (_, browser) = await site.SignedInAsync();

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Http.PostAsync("/staff/sign-out", null)).StatusCode);
        var page = await browser.OpenAsync("/staff/account");
        await browser.SubmitAsync(page, [], "form[action='/staff/sign-out']");

        Assert.StartsWith("/staff/sign-in", (await browser.OpenAsync("/staff/account")).Path);
    }

    [Fact]
    public async Task Too_many_attempts_are_told_to_wait()
    {
        await using var host = await TestHost.StartAsync([], ["RateLimits:SignIn=2"]);
        var browser = host.Browser();
        var page = await browser.OpenAsync("/staff/sign-in");
        for (var i = 0; i < 2; i++) await browser.SubmitAsync(page, [("Email", "a@example.org"), ("Password", "x")], "#password");

        var refused = await browser.SubmitAsync(page, [("Email", "a@example.org"), ("Password", "x")], "#password");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.OpenAsync("/staff/sign-in")).Status);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("evil")]
    [InlineData("")]
    public void A_return_address_never_leaves_the_site(string address) => Assert.Equal("/staff", LocalPath.Or(address, "/staff"));
}
