using System.Net;
using AngleSharp.Html.Parser;
using IJJO.Platform.Identity;
using IJJO.Platform.Testing;
using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Tests.Identity;

/// <summary>A host whose organisation has an OpenID Connect provider.</summary>
public sealed class ProviderSite : IAsyncLifetime
{
    private readonly HttpClient _http = new();

    public TestIssuer Issuer { get; private set; } = null!;

    public TestHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        Host = await TestHost.StartAsync([], Issuer.Settings);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Host.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    /// <summary>Makes an account without a password.</summary>
    internal Task<StaffAccount> AccountAsync() => Host.InScopeAsync<UserManager<StaffAccount>, StaffAccount>(async accounts =>
    {
        var account = StaffAccount.Create("Test Person", PeopleSite.NewAddress(), "en", DateTimeOffset.UtcNow);
        Assert.True((await accounts.CreateAsync(account)).Succeeded);
        return account;
    });

    /// <summary>Follows the link of the sign-in page to the provider and back.</summary>
    internal async Task<TestPage> SignInAsync(TestBrowser browser, IssuedPerson? person)
    {
        Issuer.Person = person;
        var page = await browser.OpenAsync("/staff/sign-in?returnUrl=/staff/account");
        var link = page.Html.QuerySelector("a[href^='/staff/sign-in/external']")!.GetAttribute("href")!;
        var away = (await browser.Http.GetAsync(link)).Headers.Location!;
        Assert.StartsWith(Issuer.Address, away.ToString());
        return await browser.SubmitAsync(new(HttpStatusCode.OK, away.ToString(), new HtmlParser().ParseDocument(await _http.GetStringAsync(away))), []);
    }
}
