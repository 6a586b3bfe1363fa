using IJJO.Platform.EndToEnd.Tests;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(FirstRun))]

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>A coordinator saves a list, follows it and opens it again, in each language, in light and dark.</summary>
public sealed class ViewWalk(FirstRun site)
{
    private const string List = "/staff/submissions/Proposals";

    [Theory]
    [InlineData("en", "FR", ColorScheme.Light)]
    [InlineData("es", "ES", ColorScheme.Dark)]
    [InlineData("fr", "BE", ColorScheme.Light)]
    public async Task A_list_is_saved_by_keyboard_and_followed(string language, string country, ColorScheme theme)
    {
        var staff = await site.StaffAsync("coordinator");
        await staff.Page.EmulateMediaAsync(new() { ColorScheme = theme });
        await staff.OpenAsync($"{List}/views?lang={language}");
        await staff.LookAsync(language, "views-empty");

        await staff.OpenAsync($"{List}?f.Country=CL&sort=-ReceivedAt");
        // What script does to the address is taken along.
        await staff.Page.EvaluateAsync($"history.replaceState(null, '', '?f.Country={country}')");
        await staff.Page.FocusAsync($"a[href^='{List}/views/save']");
        await Task.WhenAll(staff.Page.WaitForURLAsync($"**/views/save?f.Country={country}"), staff.Page.Keyboard.PressAsync("Enter"));
        await staff.LookAsync(language, "views-save");
        await staff.PressAsync("form#save-view button");
        Assert.Equal(1, await staff.Page.Locator("[aria-invalid=true]").CountAsync());
        await staff.LookAsync(language, "views-save-error");

        await staff.FillAsync("Name", $"Country {language}");
        await staff.PressAsync("form#save-view button");
        await staff.LookAsync(language, "view-page");
        await staff.PressAsync("form#make-feed button");
        Assert.Contains("/feeds/ijjof_", await staff.TextAsync());
        await staff.PressAsync("form#start-alert button");
        await staff.LookAsync(language, "view-followed");

        await staff.OpenAsync($"{List}/views");
        await staff.LookAsync(language, "views");
        await staff.PressAsync($"main a:has-text('Country {language}')");
        Assert.EndsWith($"?f.Country={country}", staff.Page.Url);
        Assert.Contains($"Country {language}", await staff.Page.Locator(".tabs [aria-current=page]").InnerTextAsync());
        await staff.LookAsync(language, "views-list");
        await staff.OpenAsync("/staff/account");
        Assert.Contains($"Country {language}", await staff.TextAsync());
        await staff.LookAsync(language, "views-account");
        await (await site.VisitorAsync(language)).OpenAsync($"/{language}/alerts/nothing");
    }
}
