using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>Every kind of value has the operators that fit it, and script and server make the same of them.</summary>
[Collection(nameof(ListSite))]
public sealed class ListFilters(ListSite site)
{
    private static readonly string[] Whether = ["is empty", "is not empty"];

    [Fact]
    public async Task The_operators_of_a_filter_fit_the_type_of_its_column()
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?f.Title=Book");
        Assert.Equal(["contains", "begins with", "is", "is not"], await OperatorsAsync("Title"));
        Assert.Equal(["contains", "begins with", "is", "is not", .. Whether], await OperatorsAsync("Note"));
        Assert.Equal(["between", "is", "is not", "before, or less than", "after, or more than", .. Whether], await OperatorsAsync("Pages"));
        Assert.Equal(["between", "is", "before, or less than", "after, or more than", .. Whether], await OperatorsAsync("Due"));
        Assert.Equal(["is any of", "is not"], await OperatorsAsync("State"));
        Assert.Equal(["is", "is not", .. Whether], await OperatorsAsync("Case"));
        Assert.Equal(["is", "is not", .. Whether], await OperatorsAsync("Tags"));
        Assert.Empty(await OperatorsAsync("Reference copy"));

        var pages = await list.FilterAsync("Pages");
        await pages.GetByLabel("From").FillAsync("70");
        await pages.GetByLabel("Until").FillAsync("270");
        await list.ApplyAsync(pages, "21 rows");
        var reference = await list.FilterAsync("Reference copy");
        Assert.Equal(["Yes", "No"], await reference.Locator("select[name=value] option").AllInnerTextsAsync());
        await list.ApplyAsync(reference, "3 rows");
        var state = await list.FilterAsync("State");
        await state.Locator("select").SelectOptionAsync("ne");
        await state.GetByLabel("On the shelf").CheckAsync();
        await list.ApplyAsync(state, "1 row");
        await Expect(list.Page.Locator(".list-chips .chip")).ToHaveTextAsync(["Title: Book", "Pages: 70 – 270", "Reference copy: Yes", "State is not On the shelf"]);

        async Task<IReadOnlyList<string>> OperatorsAsync(string property)
        {
            var form = await list.FilterAsync(property);
            var operators = await form.Locator("select:not([name]) option").AllInnerTextsAsync();
            await form.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
            return operators;
        }
    }

    [Fact]
    public async Task Script_and_server_understand_an_address_alike()
    {
        string[] addresses =
        [
            "f.Title.op=starts&f.Title=book+1", "f.Title.op=eq&f.Title=BOOK+10", "f.Title.op=ne&f.Title=book+10&f.Title=book+12&f.Country=ES", "f.Title=%3D1%2B1", "f.State=in&f.State=out&f.Country=FR&f.Country=ES",
            "f.DueAt.op=empty&f.Country=FR", "f.DueAt.op=filled", "f.DueAt.from=2026-01-01&f.DueAt.to=2026-12-31", "f.DueAt.op=gt&f.DueAt=2025-01-01", "f.DueAt.from=yesterday", "f.CaseId.op=empty",
            "f.Pages.from=50&f.Pages.to=120.5", "f.Pages.op=eq&f.Pages=70&f.Pages=80", "f.Pages.op=ne&f.Pages=70&f.Country=FR", "f.Pages.op=lt&f.Pages=-1", "f.Pages.op=gt&f.Pages=1e2", "f.Pages.op=empty&f.Country=ES",
            "f.IsReference=true", "f.IsReference=false&f.Country=FR", "f.IsReference=perhaps", "f.Tags=rare&f.Tags=new", "f.Tags.op=ne&f.Tags=rare&f.Country=FR", "f.Tags.op=filled",
            $"f.CaseId={Guid.Empty}", "f.CaseId=nothing", $"f.CaseId.op=ne&f.CaseId={Guid.Empty}&f.Country=FR", "f.Country.op=ne&f.Country=IT&f.Country=ES", "f.State.op=ne&f.State=in",
            "q=book+07", "q=%22%5C%27", "view=out&f.Country=ES&sort=-Title", "view=all", "only=by-country,lent&f.Country=FR", "only=nothing", "sort=Country,-State,-Title", "sort=-Nothing", "cols=State,Title:300",
        ];
        var list = await site.NewAsync();
        foreach (var address in addresses)
        {
            await list.OpenAsync($"{ListSite.Loans}?{address}");
            var sent = (await list.Page.Locator("tbody th").EvaluateAllAsync<string[]>("cells => cells.map(cell => cell.textContent.trim())")).Take(20).ToArray();
            var shown = await list.TitlesAsync();
            Assert.True(sent.SequenceEqual(shown.Take(20)), $"{address}: the server sent {string.Join(", ", sent)} and script shows {string.Join(", ", shown.Take(20))}");
        }
    }
}
