using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>A list without a mouse.</summary>
[Collection(nameof(ListSite))]
public sealed class ListKeys(ListSite site)
{
    [Fact]
    public async Task A_filter_is_added_and_an_action_is_tried_and_done_by_keys_alone()
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?f.Title=Book 2&f.Country=FR");
        var keys = new Keys(list.Visit);
        await keys.ToAsync("[data-add-filter]");
        await keys.PressAsync("Enter");
        Assert.True(await keys.IsAtAsync(".list-menu ul:first-child li:first-child button"));
        await keys.PressAsync("Enter");
        await Expect(list.Page.Locator(".list-filter h2")).ToHaveTextAsync("State");
        await keys.TickAsync(".list-filter [name=value][value=in]");
        await keys.ToAsync(".list-filter [type=submit]");
        await keys.PressAsync("Enter");
        await Expect(list.Count).ToHaveTextAsync("3 rows");
        await list.ReadAsync();

        await keys.PressAsync("j");
        Assert.True(await keys.IsAtAsync("a[data-title]"));
        await keys.PressAsync("x");
        await Expect(list.Page.Locator(".list-selection strong")).ToHaveTextAsync("1 selected");
        await keys.EnterAsync(".list-selection a[href*='/actions/lend']");
        await keys.TypeAsync("To", "Kim");
        await keys.EnterAsync("#action [type=submit]");
        Assert.Contains("It will be done for 1.", await list.Visit.TextAsync());
        await keys.EnterAsync("#action [type=submit]");
        Assert.Contains("Done for 1.", await list.Visit.TextAsync());
    }
}
