using System.Buffers.Binary;
using System.Security.Cryptography;
using IJJO.Platform.Identity;
using IJJO.Platform.Testing;

namespace IJJO.Platform.Tests.Identity;

/// <summary>The codes of an authenticator app, from switching them on to switching them off.</summary>
public sealed class SecondStepTests(PeopleSite site) : IClassFixture<PeopleSite>
{
    [Fact]
    public async Task After_the_password_the_right_code_lets_in_and_a_wrong_one_does_not()
    {
        var (account, key, _, _) = await SwitchedOnAsync();
        var browser = site.Host.Browser();
        var asked = await site.SignInAsync(browser, account.Email!, PeopleSite.Password);
        Assert.StartsWith("/staff/sign-in/code", asked.Path);

        var refused = await browser.SubmitAsync(asked, [("Code", Wrong(key))], "#code");
        Assert.StartsWith("/staff/sign-in/code", refused.Path);
        Assert.Contains("is not right", refused.Text);
        Assert.StartsWith("/staff/sign-in", (await browser.OpenAsync("/staff/account")).Path);

        Assert.Equal("/staff/account", (await browser.SubmitAsync(refused, [("Code", Code(key))], "#code")).Path);
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        var (account, _, codes, _) = await SwitchedOnAsync();
        Assert.Equal(10, codes.Distinct().Count());

        Assert.Equal("/staff/account", await LedToByAsync(account, codes[3]));
        Assert.StartsWith("/staff/sign-in/code", await LedToByAsync(account, codes[3]));
        Assert.Equal("/staff/account", await LedToByAsync(account, codes[4]));
    }

    [Fact]
    public async Task Switched_off_the_password_is_enough_again()
    {
        var (account, _, codes, browser) = await SwitchedOnAsync();

        var off = await browser.SubmitAsync(await browser.OpenAsync("/staff/account"), [], "#second-step-off");

        Assert.NotNull(off.Html.QuerySelector("#second-step-start"));
        Assert.Equal("/staff/account", (await site.SignInAsync(site.Host.Browser(), account.Email!, PeopleSite.Password)).Path);
    }

    [Fact]
    public async Task It_is_not_on_before_the_app_has_shown_that_it_has_the_key()
    {
        var (account, browser) = await site.SignedInAsync();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/account"), [], "#second-step-start");

        var refused = await browser.SubmitAsync(page, [("Code", Wrong(KeyOn(page)))], "#second-step-code");

        Assert.NotNull(refused.Html.QuerySelector("#second-step-code-Code-error"));
        Assert.Equal(KeyOn(page), KeyOn(refused));
        Assert.Equal("/staff/account", (await site.SignInAsync(site.Host.Browser(), account.Email!, PeopleSite.Password)).Path);
    }

    /// <summary>Somebody who has switched it on at the account page.</summary>
    private async Task<(StaffAccount Account, string Key, IReadOnlyList<string> Codes, TestBrowser Browser)> SwitchedOnAsync()
    {
        var (account, browser) = await site.SignedInAsync();
        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/account"), [], "#second-step-start");
        var key = KeyOn(page);
        page = await browser.SubmitAsync(page, [("Code", Code(key))], "#second-step-code");
        var codes = page.Html.QuerySelector("#recovery-codes")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("/staff/account", (await browser.OpenAsync("/staff/account")).Path);
        return (account, key, codes, browser);
    }

    private async Task<string> LedToByAsync(StaffAccount account, string recoveryCode)
    {
        var browser = site.Host.Browser();
        return (await browser.SubmitAsync(await site.SignInAsync(browser, account.Email!, PeopleSite.Password), [("Recovery", recoveryCode)], "#recovery")).Path;
    }

    private static string KeyOn(TestPage page) => page.Html.QuerySelector("#authenticator-key")!.TextContent.Replace(" ", "").Trim();

    private static string Wrong(string key) => Code(key, +60);

    /// <summary>What the app shows (RFC 6238 over RFC 4226, SHA-1, six digits, thirty seconds), computed here from the standards alone.</summary>
    private static string Code(string key, long steps = 0)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, (DateTimeOffset.UtcNow.ToUnixTimeSeconds() / 30) + steps);
#pragma warning disable CA5350 // RFC 6238 names SHA-1, and apps know nothing else.
        var hash = HMACSHA1.HashData(FromBase32(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", System.Globalization.CultureInfo.InvariantCulture);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.ToUpperInvariant().Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(octet => octet.Length == 8).Select(octet => Convert.ToByte(new string(octet), 2))];
    }
}
