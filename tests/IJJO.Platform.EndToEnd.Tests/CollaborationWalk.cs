using System.Diagnostics;
using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>One real collaboration, from the public form to the published advance, in each language of the site.</summary>
public sealed class CollaborationWalk(FirstRun site)
{
    private const string Group = "alternatives-grid";

    [Theory]
    [InlineData("en", "Lucy Walker")]
    [InlineData("es", "Lucía Caminante")]
    [InlineData("fr", "Lucie Marcheuse")]
    public async Task A_proposal_becomes_a_published_advance(string language, string name)
    {
        var party = await site.VisitorAsync(language);
        var reference = await SendsTheFormAsync(party, language, name);
        await ConfirmsTheAddressAsync(party, language, name, reference);
        var casePage = await IsAssignedAndScoredAsync(language, reference);
        await IsDecidedAsync(casePage, language);
        await IsWrittenToAsync(language, name);
        await AnswersAsync(party, language, name);
        var title = await WorksInTheGroupAsync(party, language, name);
        var slug = await IsPublishedAsync(language, title);
        await IsReadByEverybodyAsync(party, language, title, slug);
        await HasItsStoryOnOnePageAsync(casePage, language, reference);
    }

    private static string Address(string language) => $"walker.{language}@example.net";

    /// <summary>Step 1: an incomplete form loses nothing, a complete one gets a reference.</summary>
    private static async Task<string> SendsTheFormAsync(Visit party, string language, string name)
    {
        await party.OpenAsync($"/{language}");
        await party.LookAsync(language, "1-home");
        await party.OpenAsync($"/{language}/collaborate");
        var opened = Stopwatch.GetTimestamp();
        await party.LookAsync(language, "1-form");
        await party.FillAsync("Name", name);
        await party.SelectAsync("Country", "CL");
        await party.PressAsync("form:has([name=Proposal]) button >> nth=0");
        Assert.Equal(name, await party.Page.InputValueAsync("main [name=Name]"));
        Assert.True(await party.Page.Locator("[aria-invalid=true]").CountAsync() >= 2);
        Assert.True(await party.Page.Locator("[role=alert] a").CountAsync() >= 3);
        await party.LookAsync(language, "1-form-errors");

        await party.FillAsync("Email", Address(language));
        await party.FillAsync("Proposal", "A common grid that describes alternatives to detention, tried out in three regions.");
        await party.ChooseAsync("LinesOfWork", "research");
        await party.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await party.ChooseAsync("Themes", "alternatives-to-detention");
        await party.ChooseAsync("Consents", "evaluate");
        await party.ChooseAsync("Consents", "publish-name");
        await party.Page.CheckAsync("[name=Adult]");
        // A form that comes back faster than a person writes waits in quarantine.
        await Eventually.IsTrueAsync(() => Task.FromResult(Stopwatch.GetElapsedTime(opened) > TimeSpan.FromSeconds(4)), "a person's time to write");
        await party.PressAsync("form:has([name=Proposal]) button >> nth=0");

        await party.LookAsync(language, "1-thanks");
        return System.Text.RegularExpressions.Regex.Match(await party.TextAsync(), @"S-\d{4}-\d{5}").Value;
    }

    /// <summary>Step 2: the receipt comes in the sender's language; opening its link changes nothing, confirming does.</summary>
    private static async Task ConfirmsTheAddressAsync(Visit party, string language, string name, string reference)
    {
        var link = await party.LinkFromMailAsync(name, reference, "/proposals/");
        await party.LookAsync(language, "2-receipt");
        Assert.Contains($"/{language}/proposals/", link);
        await party.OpenAsync(link);
        await party.OpenAsync(link);
        Assert.Equal(1, await party.Page.Locator("form[name=confirm], form:has([name=_handler][value=confirm])").CountAsync());
        await party.LookAsync(language, "2-confirm");
        await party.PressAsync("form:has([name=_handler][value=confirm]) button");
        await party.OpenAsync(link);
        Assert.Equal(0, await party.Page.Locator("form:has([name=_handler][value=confirm])").CountAsync());
        await party.LookAsync(language, "2-status");
    }

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

    /// <summary>Step 5: the party accepts without a login, under a pseudonym, and becomes a member.</summary>
    private static async Task AnswersAsync(Visit party, string language, string name)
    {
        var link = await party.LinkFromMailAsync(name, "S-", "/answer/");
        var subjects = await party.MailsToAsync(name);
        Assert.Equal(subjects.Distinct(), subjects);
        await party.OpenAsync(link);
        await party.LookAsync(language, "5-answer");
        await party.ChooseAsync("Answer", "accepted");
        await party.ChooseAsync("DisplayAs", "pseudonym");
        await party.FillAsync("Pseudonym", $"Aurora {language}");
        await party.PressAsync("form:has([name=Answer]) button");
        await party.LookAsync(language, "5-answered");

        await party.OpenAsync(await party.LinkFromMailAsync(name, "", "/enter/"));
        await party.LookAsync(language, "5-enter");
        await party.PressAsync("form:has([name=_handler][value=enter]) button");
        Assert.Contains($"/groups/{Group}", party.Page.Url);
        await party.LookAsync(language, "5-group");
        Assert.DoesNotContain(name, await party.TextAsync());
    }

    /// <summary>Step 6: a discussion, an output, and one step that makes it a draft advance.</summary>
    private static async Task<string> WorksInTheGroupAsync(Visit member, string language, string name)
    {
        await member.OpenAsync($"/{language}/groups/{Group}/discussion");
        await member.FillAsync("Title", $"What belongs into the grid ({language})");
        await member.FillAsync("Text", "Who decides, for how long, and with which **safeguards**?");
        await member.PressAsync("form:has([name=_handler][value=thread]) button");
        await member.LookAsync(language, "6-thread");

        var title = $"A grid of alternatives to detention, by {name}";
        await member.OpenAsync($"/{language}/groups/{Group}/outputs/new");
        await member.FillAsync("Title", title);
        await member.FillAsync("Summary", "Content, intensity, duration, cost and safeguards of measures, side by side.");
        await member.SelectAsync("Language", language);
        await member.ChooseAsync("AdvanceType", "research");
        await member.PressAsync("form:has([name=_handler][value=output]) button");
        await member.LookAsync(language, "6-output");
        await member.PressAsync("form:has([name=_handler][value=offer]) button");
        return title;
    }

    /// <summary>Step 6, the end: an editor reviews and publishes.</summary>
    private async Task<string> IsPublishedAsync(string language, string title)
    {
        var editor = await site.StaffAsync("editor");
        await Eventually.IsTrueAsync(async () =>
        {
            await editor.OpenAsync("/staff/knowledge-feed/AllAdvances?view=drafts");
            return await editor.Page.Locator($"tr:has-text('{title}') a").CountAsync() > 0;
        }, "the draft advance");
        await editor.LookAsync(language, "6-drafts");
        await editor.FollowAsync(Visit.Row(title));
        await editor.LookAsync(language, "6-edit");
        await editor.PressAsync("form:has([name=_handler][value=submit-for-review]) button");
        await editor.PressAsync("form:has([name=_handler][value=publish]) button");
        await editor.LookAsync(language, "6-published");

        await editor.OpenAsync($"/{language}/advances");
        return (await editor.Page.Locator("main a", new() { HasText = title }).First.GetAttributeAsync("href"))!.Split('/')[^1];
    }

    /// <summary>Step 7: the page, the facets, both feeds and OData give it to anybody.</summary>
    private static async Task IsReadByEverybodyAsync(Visit reader, string language, string title, string slug)
    {
        await reader.OpenAsync($"/{language}/advances");
        await reader.LookAsync(language, "7-feed");
        await reader.OpenAsync($"/{language}/advances/{slug}");
        Assert.Contains(title, await reader.TextAsync());
        Assert.Contains($"Aurora {language}", await reader.TextAsync());
        await reader.LookAsync(language, "7-advance");

        var request = reader.Page.Context.APIRequest;
        Assert.Contains(System.Security.SecurityElement.Escape(title), await (await request.GetAsync($"/{language}/feed.atom")).TextAsync());
        Assert.Contains(title, JsonDocument.Parse(await (await request.GetAsync($"/{language}/feed.json")).TextAsync())
            .RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("title").GetString()));
        var odata = await (await request.GetAsync($"/odata/knowledge-feed/Advances?$filter=Slug eq '{slug}'")).TextAsync();
        Assert.Single(JsonDocument.Parse(odata).RootElement.GetProperty("value").EnumerateArray());
    }

    /// <summary>Step 8: the whole story, in order, on one page.</summary>
    private async Task HasItsStoryOnOnePageAsync(string casePage, string language, string reference)
    {
        var coordinator = await site.StaffAsync("coordinator");
        await coordinator.OpenAsync($"/staff/cases/{casePage.Split('/')[^1]}");
        Assert.Contains(reference, await coordinator.TextAsync());
        var events = await coordinator.Page.Locator("main [data-event]").EvaluateAllAsync<string[]>("all => all.map(e => e.dataset.event)");
        string[] story =
        [
            "submissions.proposal-submitted.v1", "evaluation.case-assigned.v1", "evaluation.assessment-submitted.v1", "evaluation.decided.v1",
            "outreach.message-drafted.v1", "outreach.message-approved.v1", "outreach.message-sent.v1", "outreach.offer-answered.v1",
            "working-groups.member-joined.v1", "working-groups.posted.v1", "working-groups.output-recorded.v1", "working-groups.output-offered.v1",
            "knowledge-feed.advance-drafted.v1", "knowledge-feed.advance-published.v1",
        ];
        // The receipt is a mail too, so that one kind of event may stand in several places; the story must be found in its order.
        var next = 0;
        foreach (var happened in events) next += next < story.Length && happened == story[next] ? 1 : 0;
        Assert.True(next == story.Length, $"{story.ElementAtOrDefault(next)} is missing or too early in: {string.Join(", ", events)}");
        await coordinator.LookAsync(language, "8-case");
    }
}
