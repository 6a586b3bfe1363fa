using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>How a list looks: in each language, in light and dark, on a desk and on a small phone, and when there is nothing or nobody to show it; and what it weighs.</summary>
[Collection(nameof(ListSite))]
public sealed class ListLooks(ListSite site)
{
    private const int Budget = 250_000;

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("es", ColorScheme.Dark)]
    [InlineData("fr", ColorScheme.Light)]
    public async Task A_list_and_its_forms_are_accessible_and_fit(string language, ColorScheme theme)
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?f.State=out&sort=State,-Title", language, theme);
        await list.Visit.LookInBothThemesAsync(language, "list");
        await list.KeyAsync("j");
        await list.KeyAsync("x");
        await list.Page.ClickAsync("[data-filter=State]");
        await list.LookAsync(language, "list-filter");
        await list.KeyAsync("Escape");
        await list.Page.ClickAsync("[data-columns]");
        await list.LookAsync(language, "list-columns");
        await list.KeyAsync("Escape");
        await list.KeyAsync("?");
        await list.LookAsync(language, "list-keys");
        await list.KeyAsync("Escape");

        await list.Page.SetViewportSizeAsync(320, 800);
        await Expect(list.Page.Locator(".list-card").First).ToBeVisibleAsync();
        await list.LookAsync(language, "list-320");
        Assert.True(await list.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Theory]
    [InlineData("en", ColorScheme.Dark)]
    [InlineData("es", ColorScheme.Light)]
    [InlineData("fr", ColorScheme.Dark)]
    public async Task Nothing_a_refusal_no_connection_and_an_ended_session_are_said_with_a_way_on(string language, ColorScheme theme)
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?q=nothingofthatname", language, theme);
        await Expect(list.Page.Locator(".list-status .empty")).ToBeVisibleAsync();
        await list.LookAsync(language, "list-none");
        var question = new TaskCompletionSource();
        await list.Page.RouteAsync("**/odata/library/Loans?**", async route =>
        {
            await question.Task;
            await route.ContinueAsync();
        });
        await list.Page.ClickAsync(".list-status .empty button");
        await Expect(list.Page.Locator(".list-skeleton")).ToBeVisibleAsync();
        await list.LookAsync(language, "list-reading");
        question.SetResult();
        await Expect(list.Count).ToContainTextAsync("330");
        await list.ReadAsync();

        await list.Page.UnrouteAllAsync();
        await list.Page.Context.SetOfflineAsync(true);
        await Expect(list.Page.Locator(".list-banner")).ToBeVisibleAsync();
        Assert.True(await list.Page.Locator(".tabulator-row").CountAsync() > 10);
        await list.LookAsync(language, "list-offline");
        await list.Page.Context.SetOfflineAsync(false);
        await Expect(list.Page.Locator(".list-banner")).ToBeHiddenAsync();

        var status = 500;
        await list.Page.RouteAsync("**/odata/library/Loans?**", route => route.FulfillAsync(status == 200
            ? new() { ContentType = "application/json", Body = """{"@odata.count":0,"value":[]}""" }
            : new() { Status = status, ContentType = "application/json", Body = """{"error":{"code":"internal","message":"Something went wrong on our side."}}""" }));
        await list.OpenAsync(ListSite.Loans, script: false);
        // What the server has sent with the page is better than nothing.
        await Expect(list.Page.Locator(".list-banner")).ToContainTextAsync("Something went wrong on our side.");
        await Expect(list.Page.Locator("tbody tr").First).ToBeVisibleAsync();
        await list.LookAsync(language, "list-refused", "500");
        status = 200;
        await list.Page.ClickAsync(".list-banner button");
        await list.ReadAsync();
        await Expect(list.Page.Locator(".list-status .empty button")).ToHaveCountAsync(0);
        await list.LookAsync(language, "list-empty", "500");
        status = 500;
        await list.Page.ClickAsync(".tabs a[href*='view=out']");
        await Expect(list.Page.Locator(".list-status .empty[role=alert]")).ToContainTextAsync("Something went wrong on our side.");
        await list.LookAsync(language, "list-error", "500");
        status = 401;
        await list.OpenAsync(ListSite.Loans + "?view=out", script: false);
        await Expect(list.Page.Locator(".list-status .empty a")).ToHaveAttributeAsync("href", $"/staff/sign-in?returnUrl={Uri.EscapeDataString(ListSite.Loans + "?view=out")}");
        await list.LookAsync(language, "list-signed-out", "500", "401");
    }

    [Fact]
    public async Task Twice_as_large_a_list_and_a_record_fit()
    {
        var list = await site.NewAsync(scale: 2);
        await list.OpenAsync(ListSite.Loans);
        await list.Visit.LookTwiceAsLargeAsync("list-200");
        await list.Visit.FollowAsync("a[data-title]");
        await list.Visit.LookTwiceAsLargeAsync("record-200");
    }

    [Fact]
    public async Task A_list_page_weighs_no_more_than_its_budget_on_its_way()
    {
        var list = await site.NewAsync();
        var answers = new List<IResponse>();
        list.Page.Response += (_, answer) => answers.Add(answer);
        // What is being developed is not in brotli yet, and is packed on its way, less well than what is published.
        await list.Page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["Accept-Encoding"] = "br" });
        await list.OpenAsync(ListSite.Loans);
        await list.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        var weights = await Task.WhenAll(answers.Where(answer => !answer.Url.StartsWith("data:", StringComparison.Ordinal)).Select(WeighAsync));
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', weights));
        Assert.All(weights, weight => Assert.Equal(weight.Address.EndsWith(".woff2", StringComparison.Ordinal) ? null : "br", weight.Encoding));
        Assert.InRange(weights.Sum(weight => weight.Bytes), 100_000, Budget);
        Assert.DoesNotContain(answers, answer => answer.Url.Contains("/chunks/draw-", StringComparison.Ordinal));
    }

    private static async Task<(string Address, string? Encoding, int Bytes)> WeighAsync(IResponse answer) =>
        (new Uri(answer.Url).AbsolutePath, await answer.HeaderValueAsync("content-encoding"), (await answer.Request.SizesAsync()).ResponseBodySize);

    [Fact]
    public async Task Without_script_there_is_a_table_with_a_form_of_filters_and_links_to_pages()
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?sort=Title", script: false);
        Assert.Equal(25, await list.Page.Locator("tbody tr").CountAsync());
        await list.Visit.PictureAsync("en", "list-without-script");
        await list.Visit.FollowAsync("a[rel=next]");
        Assert.Equal("Book 25", await list.Page.Locator("tbody th").First.InnerTextAsync());
        await list.Page.SelectOptionAsync("[name='f.State']", "out");
        await list.Visit.PressAsync("form[role=search] button");
        Assert.Equal(["Lent"], (await list.Page.Locator("tbody tr .badge").AllInnerTextsAsync()).Distinct());
        await list.Page.Locator("tbody input[type=checkbox]").First.CheckAsync();
        await list.Visit.PressAsync("button[formaction$='/actions/lend']");
        Assert.Equal(1, await list.Page.Locator("form#action").CountAsync());
    }
}
