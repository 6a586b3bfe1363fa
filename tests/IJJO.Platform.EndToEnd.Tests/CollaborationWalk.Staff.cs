using IJJO.Platform.Testing;

namespace IJJO.Platform.EndToEnd.Tests;

/// <content>Steps 3 and 4: assigned, scored, decided, and answered by mail.</content>
public sealed partial class CollaborationWalk
{
    /// <summary>Step 3: the coordinator assigns, the evaluator scores without knowing who it is.</summary>
    private async Task<string> IsAssignedAndScoredAsync(string language, string reference)
    {
        var coordinator = await site.StaffAsync("coordinator");
        await Eventually.IsTrueAsync(async () =>
        {
            await coordinator.OpenAsync("/staff/evaluation/Cases");
            return await coordinator.Page.Locator($"tr:has-text('{reference}') a").CountAsync() > 0;
        }, "the case to arrive");
        await coordinator.ListAsync();
        await coordinator.LookAsync(language, "3-cases");
        await coordinator.FollowAsync(Visit.Row(reference));
        var casePage = new Uri(coordinator.Page.Url).AbsolutePath;
        await coordinator.Page.GetByLabel("Nora Whitfield").CheckAsync();
        await coordinator.PressAsync("form:has([name=_handler][value=assign]) button");
        await coordinator.LookAsync(language, "3-assigned");

        var evaluator = await site.StaffAsync("evaluator.two");
        await evaluator.OpenAsync("/staff/evaluation/queue");
        await evaluator.LookAsync(language, "3-queue");
        await evaluator.FollowAsync($"tr:has-text('{reference}') a");
        Assert.DoesNotContain("walker", await evaluator.Page.ContentAsync(), StringComparison.OrdinalIgnoreCase);
        await evaluator.LookAsync(language, "3-score");
        foreach (var four in await evaluator.Page.Locator("input[type=radio][name^='score.'][value='4']").AllAsync()) await four.CheckAsync();
        await evaluator.FillAsync("MessageForParty", "A clear and useful proposal.");
        await evaluator.PressAsync("button[name=Step][value=submit]");
        return casePage;
    }

    /// <summary>Step 3, the end: an action is offered, with a reason, after a look at what it will cause.</summary>
    private async Task IsDecidedAsync(string casePage, string language)
    {
        var coordinator = await site.StaffAsync("coordinator");
        await coordinator.OpenAsync(casePage);
        await coordinator.ChooseAsync("Outcome", "action-offered");
        await coordinator.SelectAsync("Action", "join-working-group");
        await coordinator.Page.SelectOptionAsync("[name=GroupId]", await coordinator.Page
            .Locator("[name=GroupId] option", new() { HasTextRegex = new("detention|privación|privation") }).First.GetAttributeAsync("value") ?? "");
        await coordinator.FillAsync("Reason", "Your experience completes that of the group.");
        await coordinator.PressAsync("#decide button[value=preview]");
        await coordinator.LookAsync(language, "3-decide-preview");
        await coordinator.PressAsync("#decide button[value=apply]");
        await coordinator.LookAsync(language, "3-decided");
    }

    /// <summary>Step 4: the draft waits in the outbox until the coordinator approves it.</summary>
    private async Task IsWrittenToAsync(string language, string name)
    {
        var coordinator = await site.StaffAsync("coordinator");
        await Eventually.IsTrueAsync(async () =>
        {
            await coordinator.OpenAsync("/staff/outreach/Messages");
            return await coordinator.Page.Locator($"tr:has-text('{name}') a").CountAsync() > 0;
        }, "the draft in the outbox");
        await coordinator.ListAsync();
        await coordinator.LookAsync(language, "4-outbox");
        await coordinator.FollowAsync(Visit.Row(name));
        await coordinator.LookAsync(language, "4-message");
        if (language == "es") await IsScheduledAsync(coordinator, name);
        else await coordinator.PressAsync("form:has([name=_handler][value=approve]) button");
        await coordinator.LookAsync(language, "4-approved");
    }

    /// <summary>Approved for a time: it does not leave before.</summary>
    private static async Task IsScheduledAsync(Visit coordinator, string name)
    {
        var before = (await coordinator.MailsToAsync(name)).Count;
        // The form takes whole minutes of the office's clock.
        var time = TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow.AddSeconds(80), TimeZoneInfo.FindSystemTimeZoneById("Europe/Brussels"));
        await coordinator.FillAsync("SendAt", time.ToString("yyyy-MM-ddTHH:mm", System.Globalization.CultureInfo.InvariantCulture));
        await coordinator.PressAsync("form:has([name=_handler][value=schedule]) button");
        Assert.Equal(before, (await coordinator.MailsToAsync(name)).Count);
    }
}
