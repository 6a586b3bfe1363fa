using IJJO.Platform.Testing;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>The organisation's own sign-in, in a browser that holds the pages to their security policy and the cookies to their sites.</summary>
public sealed class ProviderWalk
{
    [Fact]
    public async Task The_way_to_the_provider_and_back_ends_at_the_page_that_was_asked_for()
    {
        await using var issuer = await TestIssuer.StartAsync();
        await using var host = await TestHost.StartAsync([], issuer.Settings);
        var ana = await host.WithAccountAsync(TestPerson.Staff("Ana"));
        var email = $"{ana.StaffId:N}@example.org";
        issuer.Person = new("ana", email);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new() { BaseURL = host.Address.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal), Locale = "en" });
        var visit = new Visit(page);

        await visit.OpenAsync("/staff/account");
        await visit.LookAsync("en", "provider-sign-in");
        await page.ClickAsync("a[href^='/staff/sign-in/external']");
        await page.WaitForURLAsync("**/staff/account");

        Assert.Contains(email, await visit.TextAsync());
    }
}
