using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.WorkingGroups.Tests;

/// <summary>How somebody becomes a member, and what is shown of them.</summary>
public sealed class Membership(GroupsHost groups)
{
    private readonly TestHost _host = groups.Host;

    [Fact]
    public async Task An_accepted_offer_makes_one_member_and_one_welcome_however_often_it_is_told()
    {
        var group = await groups.ActiveGroupAsync("Told twice");
        var person = await groups.MemberAsync(group, "Olga Petrenko");

        await _host.PublishAsync(GroupsHost.Accepted(group, person.PartyId!.Value, "Olga Petrenko"));
        // Another member's arrival proves that the repeated event was handled before.
        await groups.MemberAsync(group, "Pia Later");

        Assert.Equal(1, await groups.ScalarAsync<long>("SELECT count(*) FROM working_groups.members WHERE party_id = $1", person.PartyId));
        Assert.Equal(1, await Sent("working-groups.member-joined.v1", "partyId", person.PartyId.Value));
        Assert.Equal(1, await Sent("platform.mail-requested.v1", "partyId", person.PartyId.Value));
        Assert.Contains("Olga Petrenko", (await _host.Browser().OpenAsync($"/en/groups/{group.Slug}")).Text);
    }

    [Fact]
    public async Task The_timeline_names_the_group_in_the_language_of_who_joins()
    {
        var group = await groups.ActiveGroupAsync("Schools");
        await groups.RunAsync("UPDATE working_groups.groups SET title_fr = 'Écoles' WHERE id = $1", group.Id);

        var person = await groups.MemberAsync(group, "Margaux Petit", language: "fr");

        Assert.Equal("Écoles", await groups.ScalarAsync<string>(
            "SELECT payload->>'groupTitle' FROM working_groups.__outbox WHERE name = 'working-groups.member-joined.v1' AND payload->>'partyId' = $1", person.PartyId!.Value.ToString()));
    }

    [Fact]
    public async Task A_declined_offer_makes_no_member()
    {
        var group = await groups.ActiveGroupAsync("Declined");
        await _host.PublishAsync(GroupsHost.Accepted(group, Guid.CreateVersion7(), "Nils Nein") with { Answer = "declined" });

        await groups.MemberAsync(group, "Jana Ja");

        Assert.Equal(1, await groups.ScalarAsync<long>("SELECT count(*) FROM working_groups.members WHERE group_id = $1", group.Id));
    }

    [Fact]
    public async Task Somebody_asks_to_join_and_the_convener_takes_them_in()
    {
        var group = await groups.ActiveGroupAsync("Asked to join");
        var other = await groups.ActiveGroupAsync("Known from elsewhere");
        var person = await groups.MemberAsync(other, "Rosa Ask", entity: "Casa de la Infancia");
        var participant = _host.Browser(person);
        var staff = _host.Browser(GroupsHost.Coordinator);

        var asked = await participant.SubmitAsync(
            await participant.OpenAsync($"/en/groups/{group.Slug}/join"), [("Message", "I mediate in schools."), ("DisplayAs", "Entity")], "form#join");
        var record = await staff.OpenAsync($"/staff/working-groups/groups/{group.Id}");
        var approved = await staff.SubmitAsync(record, [], "form[id^=approve-]");

        Assert.Contains("answer", asked.Text);
        Assert.Contains("Rosa Ask", record.Text);
        Assert.Contains("I mediate in schools.", record.Text);
        Assert.Contains("A new member", approved.Text);
        Assert.Contains("Casa de la Infancia", (await _host.Browser().OpenAsync($"/en/groups/{group.Slug}")).Text);
        Assert.DoesNotContain("Rosa Ask", (await _host.Browser().OpenAsync($"/en/groups/{group.Slug}")).Text);
    }

    [Fact]
    public async Task A_member_who_does_not_want_to_be_shown_is_counted_and_not_named()
    {
        var group = await groups.ActiveGroupAsync("Not shown");
        var member = _host.Browser(await groups.MemberAsync(group, "Hugo Hidden"));

        // A box that is not ticked is not sent.
        await member.SubmitAsync(await member.OpenAsync($"/en/groups/{group.Slug}/membership"), [("IsListed", "false")], "form#display");
        var page = await _host.Browser().OpenAsync($"/en/groups/{group.Slug}");

        Assert.DoesNotContain("Hugo Hidden", page.Text);
        Assert.Contains("not shown publicly", page.Text);
    }

    [Fact]
    public async Task A_member_leaves_freely()
    {
        var group = await groups.ActiveGroupAsync("Leaving");
        var member = _host.Browser(await groups.MemberAsync(group, "Lea Gone"));

        await member.SubmitAsync(await member.OpenAsync($"/en/groups/{group.Slug}/membership"), [], "form#leave");

        Assert.DoesNotContain("Lea Gone", (await _host.Browser().OpenAsync($"/en/groups/{group.Slug}")).Text);
        Assert.Equal(HttpStatusCode.Forbidden, (await member.OpenAsync($"/en/groups/{group.Slug}/discussion")).Status);
    }

    private Task<long> Sent(string name, string member, Guid id) =>
        groups.ScalarAsync<long>("SELECT count(*) FROM working_groups.__outbox WHERE name = $1 AND payload->>$2 = $3", name, member, id.ToString());
}
