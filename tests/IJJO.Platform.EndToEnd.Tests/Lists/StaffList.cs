using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>A list as its users see and handle it.</summary>
internal sealed class StaffList(Visit visit)
{
    internal Visit Visit => visit;

    internal IPage Page => visit.Page;

    internal ILocator Count => Page.Locator(".list-count");

    internal string Query => new Uri(Page.Url).Query;

    internal ILocator Row(string title) => Page.Locator(".tabulator-row", new() { Has = Page.GetByRole(AriaRole.Link, new() { Name = title, Exact = true }) });

    internal async Task OpenAsync(string address, bool script = true)
    {
        await visit.OpenAsync(address);
        if (script) await ReadAsync();
    }

    /// <summary>Waits until what was asked for last is shown.</summary>
    internal async Task ReadAsync()
    {
        await Assertions.Expect(Page.Locator("ijjo-list[data-ready]")).ToHaveCountAsync(1);
        await Assertions.Expect(Page.Locator(".list-grid[aria-busy]")).ToHaveCountAsync(0);
    }

    internal Task<string[]> TitlesAsync() => Page.Locator(".tabulator-row a[data-title]").EvaluateAllAsync<string[]>("links => links.map(link => link.textContent)");

    internal Task<string[]> ColumnsAsync() => Page.Locator(".tabulator-col:not(.tick) .tabulator-col-title").EvaluateAllAsync<string[]>("titles => titles.map(title => title.textContent.replace(/\\d$/, ''))");

    internal Task<int> WidthAsync(string column) => Header(column).EvaluateAsync<int>("header => header.offsetWidth");

    /// <summary>Drags the right edge of a column, and gives the width that it has then.</summary>
    internal async Task<int> DragWidthAsync(string column, int by)
    {
        var before = await WidthAsync(column);
        var edge = (await Header(column).BoundingBoxAsync())!;
        await Page.Mouse.MoveAsync(edge.X + edge.Width, edge.Y + edge.Height / 2);
        await Page.Mouse.DownAsync();
        await Page.Mouse.MoveAsync(edge.X + edge.Width + by, edge.Y + edge.Height / 2, new() { Steps = 4 });
        await Page.Mouse.UpAsync();
        var width = await WidthAsync(column);
        Assert.InRange(width, before + by - 4, before + by + 4);
        return width;
    }

    private ILocator Header(string column) => Page.Locator($".tabulator-col[tabulator-field='{column}']");

    /// <summary>Opens the form by which a value is changed where it stands.</summary>
    internal async Task<ILocator> EditAsync(ILocator row, string property)
    {
        await row.HoverAsync();
        await row.Locator($"[data-edit={property}]").ClickAsync();
        return Page.Locator(".list-edit");
    }

    /// <summary>Opens the form of a filter from the menu.</summary>
    internal async Task<ILocator> FilterAsync(string property)
    {
        await Page.ClickAsync("[data-add-filter]");
        await Page.Locator(".list-menu").GetByRole(AriaRole.Button, new() { Name = property, Exact = true }).ClickAsync();
        return Page.Locator(".list-filter");
    }

    internal async Task ApplyAsync(ILocator form, string count)
    {
        await form.Locator("[type=submit]").ClickAsync();
        await Assertions.Expect(Count).ToHaveTextAsync(count);
        await ReadAsync();
    }

    internal async Task SortAsync(string column, bool further = false)
    {
        await Page.Locator(".tabulator-col").GetByRole(AriaRole.Button, new() { Name = column, Exact = true }).ClickAsync(new() { Modifiers = further ? [KeyboardModifier.Shift] : [] });
        await ReadAsync();
    }

    /// <summary>Presses a single key on the page.</summary>
    internal Task KeyAsync(string key) => Page.Keyboard.PressAsync(key);

    /// <summary>Keeps a picture and asks axe-core; the browser may have complained about these answers only.</summary>
    internal async Task LookAsync(string language, string step, params string[] answers)
    {
        var problems = (await visit.ProblemsAsync(language, step)).Where(problem => !answers.Any(answer => problem.Contains($"status of {answer}", StringComparison.Ordinal))).ToArray();
        Assert.True(problems.Length == 0, $"{step} ({Page.Url}):\n{string.Join('\n', problems)}");
    }
}
