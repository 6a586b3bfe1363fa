using IJJO.Platform.EndToEnd.Tests.Lists;
using static Microsoft.Playwright.Assertions;

namespace IJJO.Platform.EndToEnd.Tests;

/// <summary>What staff word themselves, in the lists that a site comes with: vocabularies, rubrics, mails.</summary>
public sealed class StaffEdits(FirstRun site)
{
    [Theory]
    [InlineData("/staff/platform/Terms?view=line-of-work", "LabelFr")]
    [InlineData("/staff/evaluation/Criteria?view=flags", "LabelEs")]
    [InlineData("/staff/outreach/Templates?f.Language=fr", "Subject")]
    public async Task A_text_is_changed_in_the_grid_and_stays(string address, string property)
    {
        var list = new StaffList(await site.StaffAsync("administrator", new() { Locale = "en" }));
        await list.OpenAsync(address);
        var row = list.Page.Locator($".tabulator-row[data-key='{await list.Page.Locator(".tabulator-row").First.GetAttributeAsync("data-key")}']");
        var form = await list.EditAsync(row, property);
        var field = form.Locator("input, textarea");
        var text = await field.InputValueAsync() + " ·";
        await field.FillAsync(text);
        await form.Locator("[type=submit]").ClickAsync();
        await Expect(row.Locator($"[tabulator-field={property}]")).ToContainTextAsync(text);
        await list.Page.ReloadAsync();
        await list.ReadAsync();
        await Expect(row.Locator($"[tabulator-field={property}]")).ToContainTextAsync(text);
    }
}
