using IJJO.Platform.Testing;

namespace IJJO.Platform.EndToEnd.Tests;

/// <content>Steps 3 and 4: assigned, scored, decided, and answered by mail.</content>
public sealed partial class CollaborationWalk
{
    private const string First = "Anselme Koudou";
    private const string Second = "Nora Whitfield";

    /// <summary>Step 3: the coordinator finds the proposal in the inbox.</summary>
    private async Task IsInTheInboxAsync(string language, string reference)
    {
        var coordinator = await site.StaffAsync("coordinator");
        await coordinator.OpenAsync("/staff/submissions/Proposals");
        await coordinator.ListAsync();
        await coordinator.LookAsync(language, "3-inbox");
        await coordinator.FollowAsync(Visit.Row(reference));
        Assert.Contains(reference, await coordinator.TextAsync());
        await coordinator.LookAsync(language, "3-proposal");
    }

    /// <summary>Step 3: the coordinator assigns; two evaluators score without knowing who it is, and the second before seeing what the first found.</summary>
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
        foreach (var evaluator in (string[])[First, Second])
        {
            await coordinator.Page.GetByLabel(evaluator).CheckAsync();
            await coordinator.PressAsync("form:has([name=_handler][value=assign]) button");
        }
        await coordinator.LookAsync(language, "3-assigned");

        Assert.DoesNotContain(Second, await (await ScoresAsync("evaluator", language, reference)).TextAsync());
        var second = await ScoresAsync("evaluator.two", language, reference);
        Assert.Contains("A useful proposal (evaluator)", await second.TextAsync());
        return casePage;
    }

    private async Task<Visit> ScoresAsync(string who, string language, string reference)
    {
        var evaluator = await site.StaffAsync(who);
        await evaluator.OpenAsync("/staff/evaluation/queue");
        await evaluator.LookAsync(language, "3-queue");
        await evaluator.FollowAsync($"tr:has-text('{reference}') a");
        var sheet = evaluator.Page.Url;
        var blind = await evaluator.Page.ContentAsync();
        Assert.DoesNotContain("walker", blind, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("A useful proposal", blind);
        await evaluator.LookAsync(language, "3-score");
        foreach (var four in await evaluator.Page.Locator("input[type=radio][name^='score.'][value='4']").AllAsync()) await four.CheckAsync();
        await evaluator.FillAsync("MessageForParty", $"A useful proposal ({who}).");
        await evaluator.PressAsync("button[name=Step][value=submit]");
        // That led to the next in the queue.
        await evaluator.OpenAsync(sheet);
        await evaluator.LookAsync(language, "3-scored");
        return evaluator;
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
