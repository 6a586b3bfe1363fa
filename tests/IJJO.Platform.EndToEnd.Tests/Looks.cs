using Microsoft.Playwright;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Looks at the pages that staff see most: in both themes, and twice as large.</summary>
internal static class Looks
{
    /// <summary>Keeps a picture in each theme and asks axe-core of both. The page is in its own theme again afterwards.</summary>
    internal static async Task LookInBothThemesAsync(this Visit visit, string language, string step)
    {
        var isDark = await visit.Page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches");
        var problems = new List<string>();
        foreach (var theme in isDark ? (ColorScheme[])[ColorScheme.Light, ColorScheme.Dark] : [ColorScheme.Dark, ColorScheme.Light])
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            problems.AddRange(await visit.ProblemsAsync(language, $"{step}-{theme.ToString().ToLowerInvariant()}"));
        }
        Assert.True(problems.Count == 0, $"{step} ({visit.Page.Url}):\n{string.Join('\n', problems)}");
    }

    /// <summary>At 200 % a page has half the room: nothing is cut off, and nothing must be scrolled sideways. The browser draws two points for each pixel (<c>DeviceScaleFactor</c>).</summary>
    internal static async Task LookTwiceAsLargeAsync(this Visit visit, string step)
    {
        Assert.Equal(2, await visit.Page.EvaluateAsync<double>("devicePixelRatio"));
        await visit.Page.SetViewportSizeAsync(640, 450);
        await visit.LookInBothThemesAsync("en", step);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), step);
    }
}
