using System.Diagnostics;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>A whole submission and a whole evaluation without a mouse.</summary>
public sealed class KeyboardWalk(FirstRun site)
{
    [Fact]
    public async Task A_proposal_is_sent_corrected_and_confirmed_by_keyboard_alone()
    {
        var sender = await site.VisitorAsync("en");
        var keys = new Keys(sender);
        await sender.OpenAsync("/en");
        await keys.EnterAsync("a[href='/en/collaborate']");
        var opened = Stopwatch.GetTimestamp();
        await FillAsync(sender, keys);
        await Visit.WriteForAWhileAsync(opened);
        await keys.EnterAsync("#collaborate button");

        // The name is missing: the summary of errors leads to its field.
        await keys.ToAsync("[role=alert] a[href$='-Name']");
        await keys.PressAsync("Enter");
        Assert.True(await keys.IsAtAsync("[name=Name][aria-invalid=true]"));
        await sender.Page.Keyboard.TypeAsync("Kim Keys");
        await keys.EnterAsync("#collaborate button");
        Assert.Contains("/thanks?", sender.Page.Url);
        var reference = await sender.ReferenceAsync();

        await sender.OpenAsync(await sender.LinkFromMailAsync("Kim Keys", reference, "/proposals/"));
        await keys.EnterAsync("#confirm button");
        Assert.Equal(0, await sender.Page.Locator("#confirm").CountAsync());
        Assert.Contains(reference, await sender.TextAsync());
    }

    [Fact]
    public async Task An_assigned_case_is_opened_scored_and_handed_in_by_keyboard_alone()
    {
        var evaluator = await site.StaffAsync("evaluator");
        var keys = new Keys(evaluator);
        await evaluator.OpenAsync("/staff");
        await keys.EnterAsync("a[href='/staff/evaluation/queue']");
        await keys.EnterAsync("main tbody th a");
        var score = new Uri(evaluator.Page.Url).AbsolutePath;
        Assert.StartsWith("/staff/evaluation/score/", score);

        var criteria = await evaluator.Page.Locator("#score [type=radio]").EvaluateAllAsync<string[]>("all => [...new Set(all.map(one => one.name))]");
        Assert.NotEmpty(criteria);
        foreach (var criterion in criteria)
        {
            await keys.TickAsync($"[name='{criterion}']");
            await keys.PressAsync("ArrowDown");
            Assert.Equal(1, await evaluator.Page.Locator($"[name='{criterion}']:checked").CountAsync());
        }

        await keys.TypeAsync("Comment", "Scored without a mouse.");
        await keys.TypeAsync("MessageForParty", "A clear and useful proposal.");
        await keys.EnterAsync("[name=Step][value=submit]");
        Assert.NotEqual(score, new Uri(evaluator.Page.Url).AbsolutePath);
        await keys.EnterAsync("a[href='/staff/evaluation/queue']", back: true);
        Assert.Equal(1, await evaluator.Page.Locator($"main ul a[href='{score}']").CountAsync());
    }

    /// <summary>Everything but the name.</summary>
    private static async Task FillAsync(Visit sender, Keys keys)
    {
        await keys.ToAsync("[name=Kind]");
        await keys.PressAsync("ArrowDown");
        Assert.True(await keys.IsAtAsync("[name=Kind][value=entity]:checked"));
        await keys.TypeAsync("EntityName", "Keyboards without Borders");
        await keys.TypeAsync("Email", "kim.keys@example.net");
        await keys.TypeAsync("Country", "Chile");
        Assert.Equal("CL", await sender.Page.InputValueAsync("[name=Country]"));
        await keys.TypeAsync("Proposal", "Forms that need no mouse.");
        await keys.TickAsync("[name=LinesOfWork]");
        await keys.ToAsync("details:has([name=Themes]) > summary");
        await keys.PressAsync("Enter");
        await keys.TickAsync("[name=Themes]");
        await keys.TickAsync("[name=Consents][value=evaluate]");
        await keys.TickAsync("[name=Adult]");
    }
}
