namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>A member of staff makes a passkey and signs in with it, on an authenticator that the browser plays.</summary>
public sealed class PasskeyWalk(FirstRun site)
{
    [Fact]
    public async Task A_passkey_is_made_and_signs_in_without_name_or_password()
    {
        var staff = await site.StaffAsync("administrator");
        var devtools = await staff.Page.Context.NewCDPSessionAsync(staff.Page);
        await devtools.SendAsync("WebAuthn.enable");
        await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await staff.OpenAsync("/staff/account");
        await staff.FillAsync("NewName", "The laptop");
        await staff.PressAsync("passkey-submit[operation=Create] button");
        Assert.Equal("The laptop", await staff.Page.Locator("form:has([value=rename]) input:not([type=hidden])").First.InputValueAsync());
        await staff.LookAsync("en", "passkey-made");

        await staff.Page.Context.ClearCookiesAsync();
        await staff.OpenAsync("/staff");
        Assert.Contains("/staff/sign-in", staff.Page.Url);
        await staff.LookAsync("en", "passkey-sign-in");
        await staff.PressAsync("passkey-submit[operation=Request] button");

        Assert.EndsWith("/staff", staff.Page.Url);
        Assert.Contains("Ada", await staff.TextAsync());
    }
}
