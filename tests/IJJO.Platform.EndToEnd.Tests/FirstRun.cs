using System.Text.RegularExpressions;
using IJJO.Platform.Testing;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>A first run as a new user has it: the host alone, with its own PostgreSQL and sample data, and one browser.</summary>
public sealed partial class FirstRun : IAsyncLifetime
{
    private const string Password = "four plain words together";
    private readonly Dictionary<string, string> _signedIn = [];
    private IPlaywright _playwright = null!;
    private HostProcess _host = null!;

    internal IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        Browser = await Chromium.LaunchAsync(_playwright);
        _host = await HostProcess.StartFirstRun().ReadyAsync();
        await SignInEverybodyAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.CloseAsync();
        _playwright.Dispose();
        await _host.DisposeAsync();
    }

    /// <summary>A page of a visitor who reads this language.</summary>
    internal async Task<Visit> VisitorAsync(string language) => await OpenAsync(new() { Locale = language });

    /// <summary>A page of the administrator, or of one of the sample staff by the local part of the address.</summary>
    internal async Task<Visit> StaffAsync(string who, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.StorageState = _signedIn[who];
        return await OpenAsync(options);
    }

    /// <summary>The administrator opens the link from the console and makes sign-in links for the sample staff.</summary>
    private async Task SignInEverybodyAsync()
    {
        var link = await Eventually.GetAsync(() => Task.FromResult(WelcomeLink().Match(_host.Output) is { Success: true } found ? found.Value : null), "the administrator's link");
        var administrator = await OpenAsync(new());
        await administrator.OpenAsync(link);
        await administrator.FillAsync("Name", "Ada Administrator");
        await administrator.FillAsync("Email", "ada@example.org");
        await ChoosePasswordAsync(administrator);
        _signedIn["administrator"] = await administrator.Page.Context.StorageStateAsync();

        await Eventually.IsTrueAsync(async () =>
        {
            await administrator.OpenAsync("/staff/people");
            return (await administrator.TextAsync()).Contains("dpo@example.org", StringComparison.Ordinal);
        }, "the sample staff");
        foreach (var who in (string[])["coordinator", "evaluator", "evaluator.two", "editor", "convener"])
        {
            await administrator.OpenAsync("/staff/people");
            await administrator.FollowAsync($"tr:has-text('{who}@example.org') a");
            await administrator.PressAsync("form[name=link] button, form:has(input[name=_handler][value=link]) button");
            var person = await OpenAsync(new());
            await person.OpenAsync(await administrator.Page.Locator("#invitation").InnerTextAsync());
            await ChoosePasswordAsync(person);
            _signedIn[who] = await person.Page.Context.StorageStateAsync();
        }
    }

    private static async Task ChoosePasswordAsync(Visit visit)
    {
        await visit.FillAsync("Password", Password);
        await visit.FillAsync("PasswordAgain", Password);
        await visit.PressAsync("form:has(input[name=_handler][value=welcome]) > button, form:has(input[name=_handler][value=welcome]) button >> nth=-1");
    }

    private async Task<Visit> OpenAsync(BrowserNewContextOptions options)
    {
        options.BaseURL = _host.Address.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        options.ViewportSize = new() { Width = 1200, Height = 900 };
        return new Visit(await (await Browser.NewContextAsync(options)).NewPageAsync());
    }

    [GeneratedRegex(@"http://\S+/staff/welcome/[\w-]+")]
    private static partial Regex WelcomeLink();
}
