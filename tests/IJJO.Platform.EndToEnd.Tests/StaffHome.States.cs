using System.Text.Json.Nodes;
using IJJO.Platform.Testing;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <content>The home without script, while it reads, when there is nothing, and when it could not read.</content>
public sealed partial class StaffHome
{
    [Fact]
    public async Task Without_script_the_home_has_the_same_numbers_in_tables()
    {
        var staff = await HomeAsync("en");
        var plain = await site.StaffAsync("administrator", new() { JavaScriptEnabled = false, Locale = "en" });
        (IReadOnlyList<string> With, IReadOnlyList<string> Without) = ([], []);
        await Eventually.IsTrueAsync(async () =>
        {
            await staff.Page.ReloadAsync();
            await DrawnAsync(staff);
            With = await NumbersAsync(staff);
            await plain.OpenAsync("/staff?lang=en");
            await plain.Page.WaitForURLAsync("**/staff?charts=tables");
            Without = await NumbersAsync(plain);
            return With.SequenceEqual(Without);
        }, () => string.Join('\n', With.Except(Without).Concat(Without.Except(With))), TimeSpan.FromMinutes(2));
        Assert.True(With.Count > 40);
        await plain.PictureAsync("en", "home-without-script");
    }

    [Fact]
    public async Task While_numbers_are_read_their_places_are_kept_and_said_to_be_busy()
    {
        var staff = await HomeAsync("en");
        var read = new TaskCompletionSource();
        await staff.Page.RouteAsync("**/odata/$batch", async route =>
        {
            await read.Task;
            await route.ContinueAsync();
        });
        await staff.Page.ReloadAsync();
        await Assertions.Expect(staff.Page.Locator("ijjo-charts")).ToHaveAttributeAsync("aria-busy", "true");
        foreach (var place in await staff.Page.Locator("figure.chart, .figures dd").AllAsync()) await Assertions.Expect(place.Locator(".skeleton").First).ToBeVisibleAsync();
        var before = await HeightsAsync(staff);
        await staff.LookAsync("en", "home-loading");

        read.SetResult();
        await DrawnAsync(staff);
        await Assertions.Expect(staff.Page.Locator("ijjo-charts[aria-busy]")).ToHaveCountAsync(0);
        // What is read takes the place that was kept for it, to a line.
        Assert.All((await HeightsAsync(staff)).Zip(before), pair => Assert.InRange(pair.First - pair.Second, -24, 24));
    }

    [Fact]
    public async Task Where_there_is_nothing_to_count_the_home_says_so()
    {
        var staff = await HomeAsync("en");
        await AnswerAsync(staff, body =>
        {
            foreach (var response in body["responses"]!.AsArray()) response!["body"]!["value"] = new JsonArray();
        });
        await staff.Page.ReloadAsync();
        await Assertions.Expect(staff.Page.Locator("ijjo-charts .skeleton")).ToHaveCountAsync(0);
        var charts = await staff.Page.Locator("figure.chart").CountAsync();
        await Assertions.Expect(staff.Page.Locator("figure.chart:has-text('Nothing to count yet')")).ToHaveCountAsync(charts);
        await Assertions.Expect(staff.Page.Locator("figure.chart :is(canvas, table)")).ToHaveCountAsync(0);
        Assert.All(await TextsAsync(staff, ".figures dd a:not(.trend)"), number => Assert.Equal("0", number));
        await staff.LookAsync("en", "home-empty");
    }

    [Fact]
    public async Task What_could_not_be_read_is_said_once_and_asked_again()
    {
        var staff = await HomeAsync("en");
        await staff.Page.RouteAsync("**/odata/$batch", route => route.AbortAsync());
        await staff.Page.ReloadAsync();
        var notice = staff.Page.Locator("ijjo-charts [role=alert]");
        await Assertions.Expect(notice).ToContainTextAsync("There is no connection.");
        Assert.All(await staff.ProblemsAsync("en", "home-offline"), problem => Assert.Contains("ERR_FAILED", problem, StringComparison.Ordinal));

        await staff.Page.UnrouteAsync("**/odata/$batch");
        await AnswerAsync(staff, body =>
        {
            body["responses"]![0]!["status"] = 503;
            body["responses"]![0]!["body"] = JsonNode.Parse("""{ "error": { "code": "too-long", "message": "It took too long." } }""");
        });
        await notice.Locator("button").ClickAsync();
        await Assertions.Expect(notice).ToContainTextAsync("It took too long.");
        await Assertions.Expect(staff.Page.Locator("ijjo-charts .skeleton")).ToHaveCountAsync(0);
        await Assertions.Expect(staff.Page.Locator(".figures dd:has(a)")).Not.ToHaveCountAsync(0);
        await Assertions.Expect(staff.Page.Locator(".figures dd:not(:has(a))")).ToHaveCountAsync(1);

        await staff.Page.UnrouteAsync("**/odata/$batch");
        await notice.Locator("button").ClickAsync();
        await DrawnAsync(staff);
        await Assertions.Expect(notice).ToHaveCountAsync(0);
        await Assertions.Expect(staff.Page.Locator(".figures dd:not(:has(a))")).ToHaveCountAsync(0);
    }

    /// <summary>Changes what the service answers.</summary>
    private static Task AnswerAsync(Visit staff, Action<JsonNode> change) => staff.Page.RouteAsync("**/odata/$batch", async route =>
    {
        var answer = await route.FetchAsync();
        var body = JsonNode.Parse(await answer.TextAsync())!;
        change(body);
        await route.FulfillAsync(new() { Response = answer, Body = body.ToJsonString() });
    });

    private static Task<double[]> HeightsAsync(Visit staff) =>
        staff.Page.Locator("figure.chart, .figures > div").EvaluateAllAsync<double[]>("all => all.map(one => one.offsetHeight)");

    /// <summary>Every number with the address of its rows; what groups are called too, while dates are written as each side writes them.</summary>
    private static async Task<IReadOnlyList<string>> NumbersAsync(Visit visit) =>
    [
        .. await visit.Page.Locator(Figures).EvaluateAllAsync<string[]>("all => all.map(a => a.textContent + ' ' + a.getAttribute('href'))"),
        .. await visit.Page.Locator(Parts).EvaluateAllAsync<string[]>(
            """
            all => all.map(row => {
              const name = row.closest('.weeks, .line') ? '' : row.cells[0].textContent;
              return [name, row.cells[1].textContent, row.cells[2]?.textContent ?? '', row.querySelector('a').getAttribute('href')].join(' ');
            })
            """),
    ];
}
