using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests.Lists;

/// <summary>The numbers around a list open the rows that they count: figures, and every mark of a chart.</summary>
[Collection(nameof(ListSite))]
public sealed class ListNumbers(ListSite site)
{
    // Where the hand of the mouse would show: in the midst of bars, slices and circles, from the top to the bottom.
    private const string Marks = """
        plot => {
          const box = plot.getBoundingClientRect(), canvas = plot.querySelector('canvas'), step = 3, found = new Set();
          for (let y = 0; y < box.height; y += step) {
            for (let x = 0; x < box.width; x += step) {
              canvas.dispatchEvent(new MouseEvent('mousemove', { clientX: box.left + x, clientY: box.top + y, bubbles: true }));
              if (canvas.parentElement.style.cursor === 'pointer') found.add(`${x} ${y}`);
            }
          }
          const isMidst = ([x, y]) => [[x - step, y], [x + step, y], [x, y - step], [x, y + step]].every(at => found.has(at.join(' ')));
          return [...found].map(at => at.split(' ').map(Number)).filter(isMidst);
        }
        """;

    [Fact]
    public async Task A_figure_opens_its_rows_and_is_counted_anew_after_a_change()
    {
        var list = await site.OpenAsync($"{ListSite.Loans}?f.Title=Book 11&cols=Title,DueAt");
        var dated = list.Page.Locator("[data-figure=dated]");
        var after = int.Parse(await dated.InnerTextAsync(), null) + 1;
        var form = await list.EditAsync(list.Row("Book 11"), "DueAt");
        await form.Locator("input").FillAsync("2026-07-07");
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(dated).ToHaveTextAsync($"{after}");
        await list.Visit.FollowAsync("[data-figure=dated]");
        await list.ReadAsync();
        await Expect(list.Count).ToHaveTextAsync(new Regex($"^{after} rows?$"));
        await Expect(list.Row("Book 11")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("", "donut", false, "^.f.State=(in|out)$", "^[0-9]+ rows$")]
    [InlineData("?f.Title=Book", "map", false, "&f.Country=(ES|FR)$", "^1[45] rows$")]
    [InlineData("?f.Title=Book&f.Country=FR", "bar", false, "&f.Pages=10&f.Pages.op=eq$", "^1 row$")]
    // Ten bars and one for the others: those with one of the values that are left or, where some have no value, with none of the ten.
    [InlineData("?f.Title=Book", "bar", true, "(&f.Pages=[0-9]+){19}&f.Pages.op=eq$", "^19 rows$")]
    [InlineData("", "bar", true, "^.f.Pages=10(&f.Pages=[0-9]+){9}&f.Pages.op=ne$", "^320 rows$")]
    public async Task A_mark_of_a_chart_opens_its_rows(string query, string kind, bool last, string address, string rows)
    {
        var list = await site.OpenAsync(ListSite.Loans + query);
        await list.Page.ClickAsync(".list-charts > summary");
        var plot = list.Page.Locator($"figure.{kind} .plot:has(canvas)");
        await plot.ScrollIntoViewIfNeededAsync();
        double[][] marks = [];
        await Testing.Eventually.IsTrueAsync(async () => (marks = await plot.EvaluateAsync<double[][]>(Marks)).Length > 0, $"the marks of the {kind} chart");
        var mark = last ? marks[^1] : marks[0];
        await list.Visit.LoadAsync(() => plot.ClickAsync(new() { Position = new() { X = (float)mark[0], Y = (float)mark[1] } }));
        await list.ReadAsync();
        Assert.Matches(address, list.Query);
        await Expect(list.Count).ToHaveTextAsync(new Regex(rows));
    }
}
