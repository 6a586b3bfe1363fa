using System.Text.Json;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Hands that have a keyboard and no mouse. Wherever the Tab key stops, the focus must be seen.</summary>
internal sealed class Keys(Visit visit)
{
    private const int MostStops = 250;

    private const string Look = """
        wanted => {
          const at = document.activeElement;
          if (!at || at === document.body) return { wanted: false, seen: true, what: 'the page' };
          const style = getComputedStyle(at), box = at.getBoundingClientRect();
          const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== 'none';
          const inView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
          return { wanted: at.matches(wanted), seen: ring && inView, what: at.outerHTML.slice(0, 200) };
        }
        """;

    /// <summary>Presses Tab, or Shift and Tab, until an element has the focus.</summary>
    internal async Task ToAsync(string selector, bool back = false)
    {
        for (var stops = 0; stops < MostStops; stops++)
        {
            await PressAsync(back ? "Shift+Tab" : "Tab");
            if (await IsAtAsync(selector)) return;
        }

        Assert.Fail($"{MostStops} stops of the Tab key on {visit.Page.Url} did not lead to {selector}.");
    }

    /// <summary>Whether the focus is on an element; that it can be seen is asserted.</summary>
    internal async Task<bool> IsAtAsync(string selector)
    {
        var stop = await visit.Page.EvaluateAsync<JsonElement>(Look, selector);
        Assert.True(stop.GetProperty("seen").GetBoolean(), $"On {visit.Page.Url} nobody sees that the focus is on {stop.GetProperty("what").GetString()}");
        return stop.GetProperty("wanted").GetBoolean();
    }

    internal Task PressAsync(string key) => visit.Page.Keyboard.PressAsync(key);

    /// <summary>Goes to a field and types into it.</summary>
    internal async Task TypeAsync(string name, string text)
    {
        await ToAsync($"[name={name}]");
        await visit.Page.Keyboard.TypeAsync(text);
    }

    /// <summary>Goes to a box and ticks it.</summary>
    internal async Task TickAsync(string selector)
    {
        await ToAsync(selector);
        await PressAsync("Space");
    }

    /// <summary>Goes to a link or a button, presses Enter, and waits for the page that it leads to.</summary>
    internal async Task EnterAsync(string selector, bool back = false)
    {
        await ToAsync(selector, back);
        await visit.LoadAsync(() => PressAsync("Enter"));
    }
}
