using System.Security.Cryptography;
using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace IJJO.Platform.Tests.Identity;

/// <summary>The organisation's own sign-in, against a provider that signs real tokens.</summary>
public sealed class ProviderTests(ProviderSite site) : IClassFixture<ProviderSite>
{
    private const string Unknown = "There is no account here for that sign-in";
    private const string Failed = "The organisation’s sign-in did not work";

    [Fact]
    public async Task The_first_time_the_verified_address_finds_the_account_and_then_the_providers_identifier_does()
    {
        var account = await site.AccountAsync();

        var first = await site.SignInAsync(site.Host.Browser(), new("first", account.Email!.ToUpperInvariant()));
        var later = await site.SignInAsync(site.Host.Browser(), new("first", "a.new.address@example.org", IsVerified: false));

        Assert.All([first, later], page => Assert.Equal("/staff/account", page.Path));
        Assert.All([first, later], page => Assert.Contains(account.Email!, page.Text));
    }

    [Fact]
    public async Task An_address_that_the_provider_does_not_vouch_for_lets_nobody_in()
    {
        var account = await site.AccountAsync();

        await IsOutAsync(new("unverified", account.Email!, IsVerified: false), Unknown);
    }

    [Fact]
    public async Task Somebody_without_an_account_gets_none()
    {
        await IsOutAsync(new("stranger", "stranger@example.org"), Unknown);

        Assert.False(await site.Host.InScopeAsync<IdentityDb, bool>(db => db.Users.AnyAsync(user => user.Email == "stranger@example.org")));
    }

    [Fact]
    public async Task Somebody_who_is_deactivated_stays_out_though_the_provider_knows_them()
    {
        var account = await site.AccountAsync();
        await site.SignInAsync(site.Host.Browser(), new("left", account.Email!));
        await site.Host.InScopeAsync<IdentityDb>(db => db.Users.Where(user => user.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.IsActive, false)));

        await IsOutAsync(new("left", account.Email!), Unknown);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("issuer")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("age")]
    public async Task A_token_that_is_wrong_in_one_thing_is_refused(string wrong)
    {
        var account = await site.AccountAsync();
        using var another = RSA.Create(2048);
        site.Issuer.Spoil = token => Spoil(token, wrong, another);
        try
        {
            await IsOutAsync(new(wrong, account.Email!), Failed);
        }
        finally
        {
            site.Issuer.Spoil = null;
        }

        Assert.Equal("/staff/account", (await site.SignInAsync(site.Host.Browser(), new(wrong, account.Email!))).Path);
    }

    [Fact]
    public Task Who_changes_their_mind_at_the_provider_is_back_at_the_sign_in_page() => IsOutAsync(null, Failed);

    [Fact]
    public async Task An_answer_that_nobody_asked_for_is_refused()
    {
        var page = await site.Host.Browser().OpenAsync("/staff/sign-in/openid-connect?code=stolen&state=made-up");

        Assert.StartsWith("/staff/sign-in?", page.Path);
        Assert.Contains(Failed, page.Text);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_is_said_and_other_ways_stay_open()
    {
        await using var host = await TestHost.StartAsync([], ["Authentication:OpenIdConnect:Authority=http://127.0.0.1:9", "Authentication:OpenIdConnect:ClientId=site"]);

        var page = await host.Browser().OpenAsync("/staff/sign-in/external");

        Assert.Contains(Failed, page.Text);
        Assert.NotNull(page.Html.QuerySelector("#password"));
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_way_to_one()
    {
        await using var host = await TestHost.StartAsync([]);

        Assert.Null((await host.Browser().OpenAsync("/staff/sign-in")).Html.QuerySelector("[href*=external]"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await host.Browser().OpenAsync("/staff/sign-in/external")).Status);
    }

    private static void Spoil(SecurityTokenDescriptor token, string what, RSA anotherKey)
    {
        switch (what)
        {
            case "nonce": token.Claims["nonce"] = "of another sign-in"; break;
            case "issuer": token.Issuer = "https://provider.example"; break;
            case "audience": token.Audience = "another-site"; break;
            case "key": token.SigningCredentials = new(new RsaSecurityKey(anotherKey) { KeyId = "key" }, SecurityAlgorithms.RsaSha256); break;
            case "age": (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-1)); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }

    private async Task IsOutAsync(IssuedPerson? person, string reason)
    {
        var browser = site.Host.Browser();
        var page = await site.SignInAsync(browser, person);
        Assert.StartsWith("/staff/sign-in?", page.Path);
        Assert.Contains(reason, page.Text);
        Assert.StartsWith("/staff/sign-in", (await browser.OpenAsync("/staff/account")).Path);
    }
}
