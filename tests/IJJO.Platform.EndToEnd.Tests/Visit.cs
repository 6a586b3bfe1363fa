using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using IJJO.Platform.Testing;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Somebody in front of a browser. What the browser complains about on its console fails the test.</summary>
internal sealed partial class Visit
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private readonly List<string> _complaints = [];

    internal Visit(IPage page)
    {
        Page = page;
        page.SetDefaultTimeout(30_000);
        Assertions.SetDefaultExpectTimeout(30_000);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _complaints.Add($"{page.Url}: {message.Text}");
        };
    }

    internal IPage Page { get; }

    /// <summary>What stands on the console.</summary>
    internal IReadOnlyList<string> Complaints => _complaints;

    internal ILocator Main => Page.Locator("main");

    internal Task OpenAsync(string address) => Page.GotoAsync(address);

    internal Task<string> TextAsync() => Main.InnerTextAsync();

    internal Task FillAsync(string name, string value) => Page.FillAsync($"main [name={name}]:not([type=hidden])", value);

    internal Task ChooseAsync(string name, string value) => Page.CheckAsync($"main [name={name}][value='{value}']");

    internal Task SelectAsync(string name, string value) => Page.SelectOptionAsync($"main [name={name}]", value);

    /// <summary>Presses a button or follows a link and waits for the page that it leads to.</summary>
    internal Task PressAsync(string selector) => LoadAsync(() => Page.Locator(selector).First.ClickAsync());

    /// <summary>Does something and waits for the page that it leads to.</summary>
    internal async Task LoadAsync(Func<Task> act)
    {
        // The page before has loaded, so the next load is that of the page this leads to, whatever redirects lie between.
        var loaded = new TaskCompletionSource();
        Page.Load += Loaded;
        await act();
        await loaded.Task.WaitAsync(TimeSpan.FromSeconds(60));
        Page.Load -= Loaded;

        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
    }

    internal Task FollowAsync(string selector) => PressAsync(selector);

    /// <summary>The link of a row that can be seen: of the server's table, or of the grid that script has put in its place.</summary>
    internal static string Row(string text) => $":is(tr, .tabulator-row):has-text('{text}') a >> visible=true";

    /// <summary>Waits until script has put its grid in the place of a list's table.</summary>
    internal Task ListAsync() => Assertions.Expect(Page.Locator("ijjo-list:not([data-ready])")).ToHaveCountAsync(0);

    /// <summary>Reads the newest mail to somebody whose subject contains a text, and gives its link that contains another.</summary>
    internal async Task<string> LinkFromMailAsync(string recipient, string subject, string link) =>
        await Eventually.GetAsync(async () =>
        {
            await OpenAsync("/dev/mail");
            var mail = Main.Locator($"tr:has-text('{recipient}') a", new() { HasText = subject });
            if (await mail.CountAsync() == 0) return null;
            await OpenAsync((await mail.First.GetAttributeAsync("href"))!);
            // The newest mail may still be an earlier one.
            var found = Main.Locator($"a[href*='{link}']");
            return await found.CountAsync() > 0 ? await found.First.GetAttributeAsync("href") : null;
        }, $"a mail to {recipient} about {subject}", TimeSpan.FromMinutes(2));

    /// <summary>The subjects of the mails to somebody, read beside the page that is open.</summary>
    internal async Task<IReadOnlyList<string>> MailsToAsync(string recipient)
    {
        var mailbox = await Page.Context.NewPageAsync();
        await mailbox.GotoAsync("/dev/mail");
        var subjects = await mailbox.Locator($"main tr:has-text('{recipient}') a").EvaluateAllAsync<string[]>("links => links.map(link => link.textContent.trim())");
        await mailbox.CloseAsync();
        return subjects;
    }

    /// <summary>The reference of the proposal that the page shows.</summary>
    internal async Task<string> ReferenceAsync() => Reference().Match(await TextAsync()).Value;

    /// <summary>Lets a person's time to write pass since a form was opened: one that comes back faster waits in quarantine.</summary>
    internal static Task WriteForAWhileAsync(long opened) =>
        Eventually.IsTrueAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(opened) > TimeSpan.FromSeconds(4)), "a person's time to write");

    /// <summary>Keeps a picture and asks axe-core; also nothing may have been said on the console.</summary>
    internal async Task LookAsync(string language, string step)
    {
        var problems = await ProblemsAsync(language, step);
        Assert.True(problems.Count == 0, $"{step} ({Page.Url}):\n{string.Join('\n', problems)}");
    }

    /// <summary>Keeps a picture and says what axe-core finds and what stands on the console.</summary>
    internal async Task<IReadOnlyList<string>> ProblemsAsync(string language, string step)
    {
        await PictureAsync(language, step);
        return [.. await ViolationsAsync(), .. _complaints];
    }

    /// <summary>Keeps a picture only, where axe-core cannot run for want of script.</summary>
    internal Task PictureAsync(string language, string step)
    {
        var folder = Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "screenshots", language)).FullName;
        return Page.ScreenshotAsync(new() { Path = Path.Combine(folder, step + ".png"), FullPage = true });
    }

    /// <summary>How far the page is wider than the screen, if it is.</summary>
    internal async Task<IReadOnlyList<string>> BeyondAsync()
    {
        var beyond = await Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return beyond > 0 ? [$"It is {beyond} pixels too wide at {Page.ViewportSize!.Width}."] : [];
    }

    /// <summary>What axe-core finds.</summary>
    internal async Task<IReadOnlyList<string>> ViolationsAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(Axe);
        // A mail is shown in a frame that may not run script, and so cannot answer. The rows of a table are alike: five stand for all.
        var result = await Page.EvaluateAsync<JsonElement>(
            "() => axe.run({ exclude: ['tbody > tr:nth-child(n + 6)', '.tabulator-row:nth-child(n + 6)'] }, { iframes: false, preload: false, resultTypes: ['violations'] })");
        return
        [
            .. from violation in result.GetProperty("violations").EnumerateArray()
               let nodes = violation.GetProperty("nodes").EnumerateArray().Take(3).Select(node => node.GetProperty("html").GetString())
               select $"{violation.GetProperty("id")}: {violation.GetProperty("help")} — {string.Join(" | ", nodes)}",
        ];
    }

    [GeneratedRegex(@"S-\d{4}-\d{5}")]
    private static partial Regex Reference();
}
