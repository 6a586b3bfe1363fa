using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Where the browser of these tests comes from.</summary>
public sealed class ChromiumTests(FirstRun site)
{
    [Fact]
    public async Task A_browser_that_does_not_start_gives_way_to_the_next()
    {
        using var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.FirstAsync(
        [
            () => Chromium.LaunchAsync(playwright, Path.Combine(AppContext.BaseDirectory, "no-browser")),
            () => Task.FromResult<IBrowser?>(null),
            () => Task.FromResult<IBrowser?>(site.Browser),
            () => throw new InvalidOperationException("The one before was good."),
        ]);
        Assert.Same(site.Browser, browser);
    }

    [Fact]
    public async Task Without_any_browser_it_is_said_what_to_install()
    {
        var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => Chromium.FirstAsync(
            [() => throw new PlaywrightException("A library is missing."), () => Task.FromResult<IBrowser?>(null)]));
        Assert.StartsWith("The browser tests need Chromium. Install it (Debian: apt-get install chromium) and run the command again.", refusal.Message);
        Assert.EndsWith("A library is missing.", refusal.Message);
    }
}
