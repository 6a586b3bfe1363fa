using System.Diagnostics;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>One real collaboration, from the public form to the published advance, in each language of the site.</summary>
public sealed partial class CollaborationWalk(FirstRun site)
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
        var status = new Uri(party.Page.Url).PathAndQuery;
        await IsInTheInboxAsync(language, reference);
        var casePage = await IsAssignedAndScoredAsync(language, reference);
        await IsDecidedAsync(casePage, language);
        await IsWrittenToAsync(language, name);
        await AnswersAsync(party, language, name);
        await IsKnownToTheConvenerAsync(language, name);
        var title = await WorksInTheGroupAsync(party, language, name);
        var slug = await IsPublishedAsync(language, title);
        await IsReadByEverybodyAsync(party, language, title, slug);
        await HasItsStoryOnOnePageAsync(casePage, language, reference);
        await party.OpenAsync(status);
        Assert.True(await party.Page.Locator("main .timeline li").CountAsync() >= 4, await party.TextAsync());
        await party.LookAsync(language, "8-status");
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
        if (language == "fr") await SpeaksForAnEntityAsync(party);
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
        await Visit.WriteForAWhileAsync(opened);
        await party.PressAsync("form:has([name=Proposal]) button >> nth=0");

        await party.LookAsync(language, "1-thanks");
        return await party.ReferenceAsync();
    }

    /// <summary>One of the three speaks for an entity.</summary>
    private static async Task SpeaksForAnEntityAsync(Visit party)
    {
        await party.ChooseAsync("Kind", "entity");
        await party.FillAsync("EntityName", "Les Marcheurs");
        await party.SelectAsync("OrganisationType", "ngo-local-national");
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
}
