using IJJO.Platform.Testing;
using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Two people at the texts of mails, in Chromium: a clash, a dry run, and many rows in the background.</summary>
public sealed class EditingTogether
{
    private const string Template = "/staff/outreach/Templates/outreach.offer-group.en";

    [Theory]
    [InlineData("en", ColorScheme.Light, "Done.", "Done for 1.")]
    [InlineData("es", ColorScheme.Dark, "Hecho.", "Hecho para 1.")]
    [InlineData("fr", ColorScheme.Light, "C’est fait.", "Fait pour 1.")]
    public async Task A_clash_and_an_action_on_many_rows_can_be_seen_through(string language, ColorScheme scheme, string done, string doneFor)
    {
        await using var host = await TestHost.StartAsync(["outreach"]);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.LaunchAsync(playwright);
        var (ana, eva) = (await OpenAsync("Ana"), await OpenAsync("Eva"));

        await ana.OpenAsync(Template);
        await eva.OpenAsync(Template);
        await EditAsync(eva, "Eva: {{ reference }}");
        await ana.Page.ClickAsync("details:has(#action-edit) summary");
        await ana.LookInBothThemesAsync(language, "record-with-form");
        await EditAsync(ana, "Ana: {{ reference }}");
        await ana.LookAsync(language, "clash");
        await ana.Page.CheckAsync("[name='choose.Subject'][value=mine]");
        await ana.PressAsync("#action-edit button[type=submit]");
        Assert.Contains(done, await ana.TextAsync());
        Assert.Contains("Ana: {{ reference }}", await ana.TextAsync());

        await ana.OpenAsync("/staff/outreach/Templates/actions/restore?all=1");
        await ana.LookAsync(language, "bulk");
        await ana.PressAsync("#action button[type=submit]");
        await ana.LookInBothThemesAsync(language, "dry-run");
        await ana.PressAsync("#action button[type=submit]");
        Assert.Contains("/staff/runs/", ana.Page.Url, StringComparison.Ordinal);
        await Assertions.Expect(ana.Main).ToContainTextAsync(doneFor, new() { Timeout = 30_000 });
        await ana.LookInBothThemesAsync(language, "run-done");
        await ana.OpenAsync(Template);
        Assert.DoesNotContain("Ana: {{ reference }}", await ana.TextAsync());

        async Task<Visit> OpenAsync(string name)
        {
            var http = host.Browser(await host.WithAccountAsync(TestPerson.Staff(name, "outreach.read", "outreach.templates"))).Http;
            var context = await browser.NewContextAsync(new()
            {
                BaseURL = http.BaseAddress!.ToString().Replace("127.0.0.1", "localhost", StringComparison.Ordinal), Locale = language, ColorScheme = scheme,
                ViewportSize = new() { Width = 1200, Height = 900 }, ExtraHTTPHeaders = http.DefaultRequestHeaders.ToDictionary(header => header.Key, header => header.Value.Single()),
            });
            return new(await context.NewPageAsync());
        }
    }

    private static async Task EditAsync(Visit visit, string subject)
    {
        await visit.Page.EvaluateAsync("() => { document.querySelector('details:has(#action-edit)').open = true }");
        await visit.Page.FillAsync("#action-edit [name=Subject]", subject);
        await visit.PressAsync("#action-edit button[type=submit]");
    }
}
