using System.Collections.Concurrent;
using IJJO.Platform.Testing;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>
/// The first page of the day: what waits, figures with their trend, and charts, in each language, in light and dark, on a desk and on a phone. Others work on
/// the same site meanwhile, so that numbers are compared until they are alike.
/// </summary>
public sealed partial class StaffHome(FirstRun site)
{
    private const string Figures = ".figures dd a";
    private const string Parts = "figure.chart tbody tr:has(a)";

    // Its weeks or months differ in their dates alone, and each is a page to be read: one of three stands for all.
    private const string Over = ":is(.weeks, .line) tbody";
    private const string Batch = "POST /odata/$batch";

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("es", ColorScheme.Dark)]
    [InlineData("fr", ColorScheme.Light)]
    public async Task Everything_is_asked_in_one_batch_and_drawn_and_has_its_table(string language, ColorScheme theme)
    {
        var staff = await HomeAsync(language, theme);
        var asked = Listen(staff);
        await staff.Page.ReloadAsync();
        await DrawnAsync(staff);
        var odata = asked.Where(request => request.Contains("/odata/", StringComparison.Ordinal) && !request.EndsWith("/$metadata", StringComparison.Ordinal));
        Assert.Equal(Batch, Assert.Single(odata));
        Assert.True(await staff.Page.Locator("main .duties .button").CountAsync() > 0);
        await staff.LookInBothThemesAsync(language, "home");

        foreach (var chart in await staff.Page.Locator("figure.chart").AllAsync())
        {
            Assert.False(await chart.Locator("table").IsVisibleAsync());
            await chart.Locator("summary").FocusAsync();
            await staff.Page.Keyboard.PressAsync("Enter");
            await Assertions.Expect(chart.Locator("table:has(caption)")).ToBeVisibleAsync();
        }
        // Every country has its name, not its code.
        Assert.DoesNotContain(await TextsAsync(staff, "figure.map tbody th"), name => name.Length == 2);

        await staff.Page.SetViewportSizeAsync(320, 700);
        await staff.LookAsync(language, "home-phone");
        Assert.True(await staff.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"));
    }

    [Fact]
    public async Task Twice_as_large_the_home_fits()
    {
        var staff = await HomeAsync("en", scale: 2);
        await staff.LookTwiceAsLargeAsync("home-200");
    }

    [Fact]
    public async Task Every_number_opens_its_rows()
    {
        var staff = await HomeAsync("en");
        var (wrong, compared) = (Array.Empty<string>(), 0);
        await Eventually.IsTrueAsync(async () =>
        {
            await staff.Page.ReloadAsync();
            await DrawnAsync(staff);
            compared = await staff.Page.Locator($"{Figures}, {Parts}").CountAsync();
            wrong = await staff.Page.EvaluateAsync<string[]>(
                """
                async ([figures, parts]) => {
                  const number = element => element.textContent.match(/[\d,]+/)[0];
                  const shown = [
                    ...[...document.querySelectorAll(figures)].map(a => [number(a), a.href]),
                    ...[...document.querySelectorAll(parts)].map(row => [number(row.cells[1]), row.querySelector('a').href]),
                  ];
                  const wrong = await Promise.all(shown.map(async ([expected, address]) => {
                    const answer = await fetch(address);
                    const pager = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.pager p');
                    const rows = pager ? number(pager) : '0';
                    return answer.ok && rows === expected ? '' : `${address} has ${rows} rows and not ${expected}`;
                  }));
                  return wrong.filter(one => one);
                }
                """, new[] { Figures, $":is({Over}) tr:has(a):nth-child(3n+1), {Parts}:not({Over} *)" });
            return wrong.Length == 0;
        }, () => string.Join('\n', wrong), TimeSpan.FromMinutes(2));
        Assert.True(compared > 40, $"{compared} numbers open rows.");
    }

    [Fact]
    public async Task The_drawing_library_comes_only_where_a_chart_is_shown()
    {
        await HomeAsync("en");
        var staff = await site.StaffAsync("administrator", new() { Locale = "en" });
        var asked = Listen(staff);
        await staff.OpenAsync("/staff/account?lang=en");
        await staff.OpenAsync("/staff/submissions/Proposals?f.Country=ES");
        Assert.DoesNotContain(asked, request => request.Contains("/chunks/draw-", StringComparison.Ordinal));

        await staff.Page.ClickAsync(".list-charts > summary");
        await Assertions.Expect(staff.Page.Locator("figure.map canvas")).ToBeVisibleAsync();
        Assert.Contains(asked, request => request.Contains("/chunks/draw-", StringComparison.Ordinal));
        Assert.Single(asked, request => request == Batch);
        // The charts are of the rows that the list shows.
        Assert.Equal(["Spain"], await TextsAsync(staff, "figure.map tbody a"));
        await staff.LookAsync("en", "list-charts");
    }

    /// <summary>The home of somebody in a time zone that is not that of the numbers, when the sample data have come so far that every chart shows something.</summary>
    private async Task<Visit> HomeAsync(string language, ColorScheme theme = ColorScheme.Light, float scale = 1)
    {
        var staff = await site.StaffAsync("administrator", new()
        {
            Locale = language, ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce, TimezoneId = "America/Santiago", DeviceScaleFactor = scale,
        });
        await Eventually.IsTrueAsync(async () =>
        {
            await staff.OpenAsync($"/staff?lang={language}");
            await Assertions.Expect(staff.Page.Locator("ijjo-charts .skeleton")).ToHaveCountAsync(0);
            return await staff.Page.Locator("figure.chart").CountAsync() >= 5 && await staff.Page.Locator("figure.chart:not(:has(table))").CountAsync() == 0;
        }, "the charts of the sample data", TimeSpan.FromMinutes(3));
        await DrawnAsync(staff);
        return staff;
    }

    private static async Task DrawnAsync(Visit staff)
    {
        await Assertions.Expect(staff.Page.Locator("ijjo-charts .skeleton")).ToHaveCountAsync(0);
        await Assertions.Expect(staff.Page.Locator("figure.chart:not(:has([role=img][aria-label] canvas))")).ToHaveCountAsync(0);
    }

    private static ConcurrentQueue<string> Listen(Visit visit)
    {
        var asked = new ConcurrentQueue<string>();
        visit.Page.Request += (_, request) => asked.Enqueue($"{request.Method} {new Uri(request.Url).AbsolutePath}");
        return asked;
    }

    private static Task<string[]> TextsAsync(Visit visit, string selector) => visit.Page.Locator(selector).EvaluateAllAsync<string[]>("all => all.map(one => one.textContent)");
}
