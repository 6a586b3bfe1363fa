using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.Platform.EndToEnd.Tests;

/// <content>Steps 6 to 8: published, read by everybody, and told on one page.</content>
public sealed partial class CollaborationWalk
{
    /// <summary>Step 6, the end: an editor reviews and publishes.</summary>
    private async Task<string> IsPublishedAsync(string language, string title)
    {
        var editor = await site.StaffAsync("editor");
        await Eventually.IsTrueAsync(async () =>
        {
            await editor.OpenAsync("/staff/knowledge-feed/AllAdvances?view=drafts");
            return await editor.Page.Locator($"tr:has-text('{title}') a").CountAsync() > 0;
        }, "the draft advance");
        await editor.ListAsync();
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
        await reader.OpenAsync($"/{language}/groups/{Group}");
        var group = await reader.Main.Locator("h1").InnerTextAsync();
        await reader.OpenAsync($"/{language}/advances");
        Assert.Equal(language, await reader.Page.Locator("html").GetAttributeAsync("lang"));
        await reader.LookAsync(language, "7-feed");
        await reader.FollowAsync(".facets a[href*='type=research']");
        await reader.FollowAsync($"main a[href$='/{slug}']");
        Assert.Contains(title, await reader.TextAsync());
        Assert.Contains(group, await reader.TextAsync());
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
