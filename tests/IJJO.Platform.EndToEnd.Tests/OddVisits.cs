using System.Diagnostics;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>Names without an end, and links that lead nowhere any more: pages fit, and say what to do.</summary>
public sealed class OddVisits(FirstRun site)
{
    private static readonly string Name = string.Concat(Enumerable.Repeat("Llanfairpwllgwyngyll", 8)), Entity = string.Concat(Enumerable.Repeat("Rechtsschutzversicherung", 6));

    [Fact]
    public async Task A_name_of_a_hundred_and_sixty_letters_breaks_no_page()
    {
        var party = await site.VisitorAsync("fr");
        await party.Page.SetViewportSizeAsync(320, 800);
        await party.OpenAsync("/fr/collaborate");
        var opened = Stopwatch.GetTimestamp();
        await party.FillAsync("Name", Name);
        await party.ChooseAsync("Kind", "entity");
        await party.FillAsync("EntityName", Entity);
        await party.SelectAsync("OrganisationType", "ngo-local-national");
        await party.SelectAsync("Country", "CL");
        await party.FillAsync("Email", "long.words@example.net");
        await party.FillAsync("Proposal", string.Concat(Enumerable.Repeat("Donaudampfschifffahrt", 40)));
        await party.ChooseAsync("Consents", "evaluate");
        await party.Page.CheckAsync("[name=Adult]");
        await Visit.WriteForAWhileAsync(opened);
        await party.PressAsync("form:has([name=Proposal]) button >> nth=0");
        await FitsAsync(party, "long-thanks");
        var reference = await party.ReferenceAsync();
        var link = await party.LinkFromMailAsync("long.words@example.net", reference, "/proposals/");
        await FitsAsync(party, "long-receipt");
        await party.OpenAsync(link);
        await party.PressAsync("form:has([name=_handler][value=confirm]) button");
        await party.OpenAsync(link);
        await FitsAsync(party, "long-status");

        var staff = await site.StaffAsync("coordinator");
        foreach (var (picture, list) in ((string, string)[])[("long-proposal", "/staff/submissions/Proposals"), ("long-case", "/staff/evaluation/Cases")])
        {
            await staff.Page.SetViewportSizeAsync(1200, 800);
            await staff.OpenAsync($"{list}?q={reference}");
            await staff.ListAsync();
            await FitsAsync(staff, picture + "-list");
            await staff.PressAsync(Visit.Row(reference));
            await FitsAsync(staff, picture);
            await staff.Page.SetViewportSizeAsync(320, 800);
            await FitsAsync(staff, picture + "-phone");
        }
    }

    [Theory]
    [InlineData("/fr/proposals/", "Vous pouvez en demander un nouveau")]
    [InlineData("/fr/answer/", "Ouvrez-le de nouveau depuis le message")]
    [InlineData("/fr/enter/", "Demandez-en un nouveau.")]
    [InlineData("/fr/alerts/", "Il n’y a rien à arrêter.")]
    [InlineData("/staff/welcome/", "Demandez-en un nouveau à l’administration.")]
    public async Task A_link_that_is_none_any_more_says_what_to_do(string address, string advice)
    {
        var visitor = await site.VisitorAsync("fr");
        await visitor.Page.SetViewportSizeAsync(320, 800);
        await visitor.OpenAsync(address + "pX1slUqqGWHfYT4lrZkleuKKNBDUyuKXwpTgeNbU");
        Assert.Contains(advice, await visitor.TextAsync());
        Assert.Empty(await visitor.BeyondAsync());
        Assert.Empty(await visitor.ViolationsAsync());
    }

    private static async Task FitsAsync(Visit visit, string picture)
    {
        await visit.PictureAsync("fr", picture);
        string[] problems = [.. await visit.BeyondAsync(), .. visit.Complaints];
        Assert.True(problems.Length == 0, $"{picture}: {string.Join('\n', problems)}");
    }
}
