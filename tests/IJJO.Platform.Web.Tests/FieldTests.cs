using AngleSharp.Dom;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace IJJO.Platform.Web.Tests;

public sealed class FieldTests
{
    [Fact]
    public async Task A_field_ties_label_hint_and_error_to_its_control()
    {
        await using var kit = new Kit();
        var page = await kit.Render<EmailField>(new { Name = "Email", Label = "E-mail", Hint = "We answer here.", Required = true, Errors = new[] { "Too short." } });

        var input = page.QuerySelector("input")!;
        Assert.Equal("Email", page.QuerySelector("label")!.GetAttribute("for"));
        Assert.Equal("Email-hint Email-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.True(input.HasAttribute("required"));
        Assert.Equal("Error: Too short.", page.QuerySelector("#Email-error")!.TextContent);
        Assert.Null(page.QuerySelector(".optional"));
    }

    [Fact]
    public async Task A_field_without_hint_or_error_is_described_by_nothing_and_marked_optional()
    {
        await using var kit = new Kit("fr");
        var page = await kit.Render<TextField>(new { Name = "City", Label = "Ville" });

        Assert.False(page.QuerySelector("input")!.HasAttribute("aria-describedby"));
        Assert.Equal("(facultatif)", page.QuerySelector(".optional")!.TextContent);
    }

    [Fact]
    public async Task A_form_shows_what_was_typed_and_links_each_error_to_its_field()
    {
        await using var kit = new Kit(query: "?call=7");
        var state = new FormState();
        state.Set("Name", "<María>");
        state.AddError("Name", "Fill in this field.");
        state.AddError("", "The call is closed.");

        var page = await kit.Render<PlatformForm>(new { Name = "send", State = state, Summary = false }, Fields);

        Assert.Equal("<María>", page.QuerySelector("#send-Name")!.GetAttribute("value"));
        var summary = page.QuerySelector("[role=alert]")!;
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("There are 2 things to correct", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal("/en/collaborate?call=7#send-Name", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Your name: Fill in this field.", summary.QuerySelector("a")!.TextContent);
        Assert.NotNull(page.QuerySelector("input[name=__RequestVerificationToken]"));

        static void Fields(Microsoft.AspNetCore.Components.Rendering.RenderTreeBuilder builder)
        {
            builder.OpenComponent<TextField>(0);
            builder.AddComponentParameter(1, "Name", "Name");
            builder.AddComponentParameter(2, "Label", "Your name");
            builder.CloseComponent();
            builder.OpenComponent<ErrorSummary>(3);
            builder.CloseComponent();
        }
    }

    [Fact]
    public async Task A_date_that_is_no_date_stays_visible()
    {
        await using var kit = new Kit();
        var input = (await kit.Render<DateField>(new { Name = "Day", Label = "Day", Value = "31.3.2026" })).QuerySelector("input")!;

        Assert.Equal(("text", "31.3.2026"), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public async Task Two_levels_of_choices_fold_and_a_ticked_group_is_open()
    {
        await using var kit = new Kit();
        var choices = Choice.Of(((IVocabularies)new Terms()).Terms(Vocabulary.Theme));
        var page = await kit.Render<CheckList>(new { Name = "Themes", Label = "Themes", Choices = choices, Chosen = new[] { "restorative" } });

        var group = page.QuerySelector("details")!;
        Assert.True(group.HasAttribute("open"));
        Assert.Contains("1 chosen", group.QuerySelector("summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["diversion", "restorative"], group.QuerySelectorAll("input").Select(box => box.GetAttribute("value")));
        Assert.Equal("restorative", Assert.Single(page.QuerySelectorAll("input[checked]")).GetAttribute("value"));
        Assert.Equal("Themes", page.QuerySelector("fieldset > legend")!.TextContent.Split(' ')[0]);
    }

    [Fact]
    public async Task Countries_stand_in_the_order_of_the_readers_language()
    {
        await using var kit = new Kit("fr");
        var page = await kit.Render<CountryField>(new { Name = "Country", Label = "Pays", Value = "ET" });

        Assert.Equal(["Choisissez…", "Espagne", "Éthiopie", "Zambia"], page.QuerySelectorAll("option").Select(option => option.TextContent));
        Assert.Equal("ET", page.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_password_is_never_written_back()
    {
        await using var kit = new Kit();
        var input = (await kit.Render<PasswordField>(new { Name = "Password", Label = "Password", Value = "secret" })).QuerySelector("input")!;

        Assert.False(input.HasAttribute("value"));
    }
}
