using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>The first page of the day: what waits, figures with their trend, and charts, in each language, in light and dark, on a desk and on a phone.</summary>
public sealed class StaffHome(SampledSite site) : IClassFixture<SampledSite>
{
    private const string Inbox = "/staff/submissions/Proposals";

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("es", ColorScheme.Dark)]
    [InlineData("fr", ColorScheme.Light)]
    public async Task Everything_is_asked_in_one_batch_and_drawn(string language, ColorScheme theme)
    {
        var staff = await site.DirectorAsync(language, theme);
        var asked = Listen(staff);
        await HomeAsync(staff);

        var odata = asked.Where(request => request.Contains("/odata/", StringComparison.Ordinal) && !request.EndsWith("/$metadata", StringComparison.Ordinal));
        Assert.Equal("POST /odata/$batch", Assert.Single(odata));
        Assert.Contains(asked, request => request.Contains("/chunks/draw-", StringComparison.Ordinal));
        Assert.True(await staff.Page.Locator("main .duties .button").CountAsync() > 0);
        Assert.Equal(await staff.Page.Locator("figure.chart").CountAsync(), await staff.Page.Locator("figure.chart [role=img][aria-label] canvas").CountAsync());
        await staff.LookAsync(language, "home");

        await staff.Page.SetViewportSizeAsync(390, 844);
        await staff.LookAsync(language, "home-phone");
        Assert.True(await staff.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Every_number_opens_its_rows()
    {
        var staff = await site.DirectorAsync("en");
        await HomeAsync(staff);
        var figures = await staff.Page.Locator(".figures dd a").EvaluateAllAsync<string[][]>("all => all.map(a => [a.textContent, a.getAttribute('href')])");
        Assert.True(figures.Length >= 5);
        var parts = await staff.Page.Locator("figure.chart").EvaluateAllAsync<string[][]>(
            "all => all.flatMap(f => [...f.querySelectorAll('tbody tr:has(a)')].slice(0, 2).map(r => [r.cells[1].textContent, r.querySelector('a').getAttribute('href')]))");
        Assert.True(parts.Length >= 8);
        foreach (var number in figures.Concat(parts))
        {
            await staff.OpenAsync(number[1]);
            var rows = await staff.Page.Locator(".pager p").CountAsync() == 0 ? "0" : Regex.Match(await staff.Page.Locator(".pager p").InnerTextAsync(), "[0-9,]+").Value;
            Assert.True(rows == number[0], $"{number[1]} has {rows} rows and not {number[0]}.");
        }
    }

    [Fact]
    public async Task A_table_stands_behind_every_chart_and_is_opened_by_keyboard()
    {
        var staff = await site.DirectorAsync("en");
        await HomeAsync(staff);
        foreach (var chart in await staff.Page.Locator("figure.chart").AllAsync())
        {
            Assert.False(await chart.Locator("table").IsVisibleAsync());
            await chart.Locator("summary").FocusAsync();
            await staff.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(chart.Locator("table caption")).ToHaveCountAsync(1);
            await Assertions.Expect(chart.Locator("table")).ToBeVisibleAsync();
        }
        await staff.LookAsync("en", "home-tables");
    }

    [Fact]
    public async Task Without_script_the_home_has_the_same_numbers_in_tables()
    {
        var staff = await site.DirectorAsync("en");
        await HomeAsync(staff);
        var (numbers, rows) = (await FiguresAsync(staff), await RowsAsync(staff));

        var plain = await site.DirectorAsync("en", script: false);
        await plain.OpenAsync("/staff");
        await plain.Page.WaitForURLAsync("**/staff?charts=tables");
        Assert.Equal(numbers, await FiguresAsync(plain));
        Assert.Equal(rows, await RowsAsync(plain));
        await plain.PictureAsync("en", "home-without-script");
    }

    [Fact]
    public async Task The_drawing_library_comes_only_where_a_chart_is_shown()
    {
        var staff = await site.DirectorAsync("en");
        var asked = Listen(staff);
        await staff.OpenAsync("/staff/account");
        await staff.OpenAsync($"{Inbox}?f.Country=ES");
        Assert.DoesNotContain(asked, request => request.Contains("/chunks/draw-", StringComparison.Ordinal));

        await staff.Page.ClickAsync(".list-charts > summary");
        await Assertions.Expect(staff.Page.Locator("figure.map canvas")).ToBeVisibleAsync();
        Assert.Contains(asked, request => request.Contains("/chunks/draw-", StringComparison.Ordinal));
        Assert.Single(asked, request => request == "POST /odata/$batch");
        // The charts are of the rows that the list shows.
        Assert.Equal(["Spain"], await staff.Page.Locator("figure.map tbody a").EvaluateAllAsync<string[]>("all => all.map(a => a.textContent)"));
        await staff.LookAsync("en", "list-charts");
    }

    private static async Task HomeAsync(Visit staff)
    {
        await staff.OpenAsync("/staff");
        await Assertions.Expect(staff.Page.Locator("ijjo-charts .skeleton")).ToHaveCountAsync(0);
        await Assertions.Expect(staff.Page.Locator("figure.map canvas")).ToHaveCountAsync(1);
    }

    private static List<string> Listen(Visit visit)
    {
        var asked = new List<string>();
        visit.Page.Request += (_, request) => asked.Add($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        return asked;
    }

    private static Task<string[]> FiguresAsync(Visit visit) => visit.Page.Locator(".figures dd a").EvaluateAllAsync<string[]>("all => all.map(a => a.textContent + ' ' + a.getAttribute('href'))");

    private static Task<string[]> RowsAsync(Visit visit) => visit.Page.Locator("figure.chart tbody tr:has(a)").EvaluateAllAsync<string[]>(
        "all => all.map(r => r.cells[1].textContent + ' ' + (r.cells[2]?.textContent ?? '') + ' ' + r.querySelector('a').getAttribute('href'))");
}
