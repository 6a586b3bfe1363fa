using IJJO.Platform.Testing;

namespace IJJO.WorkingGroups.Tests;

public sealed class Erasure(GroupsHost groups)
{
    private const string Everything = """
        SELECT string_agg(row, ' ') FROM (
            SELECT to_jsonb(t)::text AS row FROM working_groups.members t UNION ALL SELECT to_jsonb(t)::text FROM working_groups.parties t
            UNION ALL SELECT to_jsonb(t)::text FROM working_groups.posts t UNION ALL SELECT to_jsonb(t)::text FROM working_groups.threads t
            UNION ALL SELECT to_jsonb(t)::text FROM working_groups.outputs t UNION ALL SELECT to_jsonb(t)::text FROM working_groups.decisions t) AS rows
        """;

    private readonly TestHost _host = groups.Host;

    [Fact]
    public async Task An_erased_party_leaves_posts_of_a_former_member_and_no_trace_of_itself()
    {
        var group = await groups.ActiveGroupAsync("Erased");
        var person = await groups.MemberAsync(group, "Zenobia Canary", "pseudonym", "Kanarienvogel");
        var member = _host.Browser(person);
        var colleague = _host.Browser(await groups.MemberAsync(group, "Karl Keeps"));
        var thread = await member.SubmitAsync(await member.OpenAsync($"/en/groups/{group.Slug}/discussion"), [("Title", "Before"), ("Text", "A thought worth keeping.")], "form#thread");
        await colleague.SubmitAsync(await colleague.OpenAsync(thread.Path.Split('?')[0]), [("Text", "I agree with kanarienvogel and Zenobia Canary.")], "form#post");

        await _host.PublishAsync(new PartyErasedSent(person.PartyId!.Value));
        await Eventually.IsTrueAsync(
            async () => await groups.ScalarAsync<long>("SELECT count(*) FROM working_groups.parties WHERE id = $1", person.PartyId) == 0, "the erasure");
        var page = await colleague.OpenAsync(thread.Path.Split('?')[0]);

        Assert.Contains("A thought worth keeping.", page.Text);
        Assert.Contains("former member", page.Text);
        Assert.Contains("I agree with […] and […].", page.Text);
        var left = await groups.ScalarAsync<string>(Everything);
        Assert.DoesNotContain("Canary", left);
        Assert.DoesNotContain("anarienvogel", left);
        Assert.DoesNotContain(person.PartyId.ToString()!, left);
    }
}
