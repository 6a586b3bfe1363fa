namespace IJJO.Platform.EndToEnd.Tests;

/// <content>Steps 5 and 6: the party accepts, joins the group and works there.</content>
public sealed partial class CollaborationWalk
{
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
        Assert.Contains($"Aurora {language}", await party.TextAsync());
        Assert.DoesNotContain(name, await party.TextAsync());
    }

    /// <summary>Step 5, the end: the convener knows who it is.</summary>
    private async Task IsKnownToTheConvenerAsync(string language, string name)
    {
        var convener = await site.StaffAsync("convener");
        await convener.OpenAsync("/staff/working-groups/Contacts");
        await convener.ListAsync();
        await convener.LookAsync(language, "5-convener");
        await Microsoft.Playwright.Assertions.Expect(convener.Page.Locator(Visit.Row(name)).First).ToBeVisibleAsync();
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
        await member.LookAsync(language, "6-offered");
        return title;
    }
}
