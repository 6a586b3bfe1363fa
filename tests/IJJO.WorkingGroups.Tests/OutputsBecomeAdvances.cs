using System.Text.Json;
using IJJO.Platform.Testing;

namespace IJJO.WorkingGroups.Tests;

public sealed class OutputsBecomeAdvances(GroupsHost groups)
{
    private readonly TestHost _host = groups.Host;

    [Fact]
    public async Task One_step_offers_an_output_with_credits_and_origin()
    {
        var group = await groups.ActiveGroupAsync("Makes an advance");
        var member = _host.Browser(await groups.MemberAsync(group, "Nora Named"));
        await groups.MemberAsync(group, "Real Name", "pseudonym", "Swift");

        var recorded = await member.SubmitAsync(
            await member.OpenAsync($"/en/groups/{group.Slug}/outputs/new"),
            [("Title", "Ten criteria"), ("Summary", "Preparation first."), ("AdvanceType", "good-practice"), ("Url", "https://example.org/criteria"), ("Countries", "BE")],
            "form#output");
        var offered = await member.SubmitAsync(recorded, [], "form#offer");

        Assert.Contains("The editors have a draft", offered.Text);
        Assert.Null(offered.Html.QuerySelector("form#offer"));
        using var sent = JsonDocument.Parse(await groups.ScalarAsync<string>(
            "SELECT payload::text FROM working_groups.__outbox WHERE name = 'working-groups.output-offered.v1' AND payload->>'groupId' = $1", group.Id.ToString()));
        Assert.Equal("Ten criteria", sent.RootElement.GetProperty("title").GetString());
        Assert.Equal(["Nora Named", "Swift"], sent.RootElement.GetProperty("credits").EnumerateArray().Select(name => name.GetString()!).Order());
        Assert.Equal(2, sent.RootElement.GetProperty("caseIds").GetArrayLength());
        Assert.Contains("Ten criteria", (await _host.Browser().OpenAsync($"/en/groups/{group.Slug}")).Text);
    }

    [Fact]
    public async Task A_draft_output_is_not_public_and_bad_fields_are_refused()
    {
        var group = await groups.ActiveGroupAsync("Draft output");
        var member = _host.Browser(await groups.MemberAsync(group, "Dora Draft"));
        var form = await member.OpenAsync($"/en/groups/{group.Slug}/outputs/new");

        var refused = await member.SubmitAsync(form, [("Title", "T"), ("Summary", "S"), ("AdvanceType", "research"), ("Url", "javascript:alert(1)")], "form#output");
        var recorded = await member.SubmitAsync(form, [("Title", "Unfinished thing"), ("Summary", "S"), ("AdvanceType", "research")], "form#output");

        Assert.NotNull(refused.Html.QuerySelector("#output-Url-error"));
        Assert.Contains("Unfinished thing", recorded.Text);
        Assert.DoesNotContain("Unfinished thing", (await _host.Browser().OpenAsync($"/en/groups/{group.Slug}/outputs")).Text);
    }
}
