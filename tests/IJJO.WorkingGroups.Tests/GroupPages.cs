using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.WorkingGroups.Tests;

public sealed class GroupPages(GroupsHost groups)
{
    private readonly TestHost _host = groups.Host;

    [Fact]
    public async Task A_group_is_proposed_chartered_and_put_to_work_by_forms_without_script()
    {
        var group = await groups.ActiveGroupAsync("Forms without script");

        var page = await _host.Browser().OpenAsync($"/en/groups/{group.Slug}");
        var list = await _host.Browser().OpenAsync("/en/groups");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("We meet twice a quarter.", page.Text);
        Assert.Contains("Forms without script", list.Text);
        Assert.Equal(3, await groups.ScalarAsync<long>("SELECT count(*) FROM working_groups.__outbox WHERE name = 'working-groups.group-changed.v1' AND payload->>'groupId' = $1", group.Id.ToString()));
    }

    [Fact]
    public async Task A_proposed_group_is_not_public()
    {
        var browser = _host.Browser(GroupsHost.Coordinator);
        var record = await browser.SubmitAsync(
            await browser.OpenAsync("/staff/working-groups/new"), [("TitleEn", "Still a plan"), ("PurposeEn", "Later."), ("LineOfWork", "research")], "form#group");

        Assert.Contains("Write the charter", record.Text);
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Browser().OpenAsync("/en/groups/still-a-plan")).Status);
    }

    [Fact]
    public async Task A_missing_title_is_said_beside_its_field_and_nothing_typed_is_lost()
    {
        var browser = _host.Browser(GroupsHost.Coordinator);

        var page = await browser.SubmitAsync(await browser.OpenAsync("/staff/working-groups/new"), [("PurposeEs", "Para qué"), ("LineOfWork", "research")], "form#group");

        Assert.Contains("at least one language", page.Html.QuerySelector("#group-TitleEn-error")!.TextContent);
        Assert.Equal("true", page.Html.QuerySelector("#group-TitleEn")!.GetAttribute("aria-invalid"));
        Assert.Equal("Para qué", page.Html.QuerySelector("#group-PurposeEs")!.TextContent);
    }

    [Fact]
    public async Task A_closed_group_shows_its_report_and_takes_no_posts()
    {
        var group = await groups.ActiveGroupAsync("Closing down");
        var member = _host.Browser(await groups.MemberAsync(group, "Ines Nadal"));
        var staff = _host.Browser(GroupsHost.Coordinator);

        await staff.SubmitAsync(await staff.OpenAsync($"/staff/working-groups/groups/{group.Id}"), [("Report", "All is **done**.")], "form#close");

        Assert.Contains("All is done.", (await _host.Browser().OpenAsync($"/fr/groups/{group.Slug}")).Text);
        Assert.Null((await member.OpenAsync($"/en/groups/{group.Slug}/discussion")).Html.QuerySelector("form#thread"));
    }

    [Fact]
    public async Task A_decision_gets_a_number_and_an_address_to_cite()
    {
        var group = await groups.ActiveGroupAsync("Register");
        var staff = _host.Browser(GroupsHost.Coordinator);

        await staff.SubmitAsync(
            await staff.OpenAsync($"/en/groups/{group.Slug}/decisions/new"), [("TitleEn", "Drafts by consent"), ("TextEn", "An objection reopens the text once.")], "form#decision");
        var page = await _host.Browser().OpenAsync($"/es/groups/{group.Slug}/decisions/1");

        Assert.Contains($"WG-{group.Slug}-D-1", page.Text);
        Assert.Equal("en", page.Html.QuerySelector("article h2 span")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task An_unknown_group_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await _host.Browser().OpenAsync("/en/groups/no-such-group")).Status);
}
