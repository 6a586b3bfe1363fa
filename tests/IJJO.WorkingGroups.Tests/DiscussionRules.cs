using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.WorkingGroups.Tests;

public sealed class DiscussionRules(GroupsHost groups)
{
    private readonly TestHost _host = groups.Host;

    [Fact]
    public async Task Only_members_read_and_write()
    {
        var group = await groups.ActiveGroupAsync("Members only");
        var elsewhere = await groups.ActiveGroupAsync("Another group");
        var stranger = _host.Browser(await groups.MemberAsync(elsewhere, "Sam Stranger"));

        foreach (var who in new[] { _host.Browser(), stranger })
        {
            var page = await who.OpenAsync($"/en/groups/{group.Slug}/discussion");
            Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            Assert.Null(page.Html.QuerySelector("form#thread"));
        }
    }

    [Fact]
    public async Task A_post_shows_its_language_and_its_markdown()
    {
        var group = await groups.ActiveGroupAsync("Many tongues");
        var member = _host.Browser(await groups.MemberAsync(group, "Layla Haddad"));

        var thread = await member.SubmitAsync(
            await member.OpenAsync($"/en/groups/{group.Slug}/discussion"), [("Title", "الوساطة"), ("Text", "**نعم**"), ("Language", "ar")], "form#thread");
        var reply = await member.SubmitAsync(thread, [("Text", "<script>alert(1)</script> Oui"), ("Language", "fr")], "form#post");

        Assert.Equal("rtl", reply.Html.QuerySelector("h2 span[lang=ar]")!.GetAttribute("dir"));
        Assert.NotNull(reply.Html.QuerySelector(".user-text[lang=ar] strong"));
        Assert.Equal(2, reply.Html.QuerySelectorAll(".thread > li").Length);
        Assert.Null(reply.Html.QuerySelector(".thread script"));
        Assert.Equal(2, await groups.ScalarAsync<long>("SELECT count(*) FROM working_groups.__outbox WHERE name = 'working-groups.posted.v1' AND payload->>'groupId' = $1", group.Id.ToString()));
    }

    [Fact]
    public async Task An_observer_reads_and_does_not_write()
    {
        var group = await groups.ActiveGroupAsync("Observed");
        var person = await groups.MemberAsync(group, "Oskar Observer");
        await groups.RunAsync("UPDATE working_groups.members SET role = 'Observer' WHERE party_id = $1", person.PartyId!.Value);

        var page = await _host.Browser(person).OpenAsync($"/en/groups/{group.Slug}/discussion");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Null(page.Html.QuerySelector("form#thread"));
    }

    [Fact]
    public async Task Authors_correct_and_delete_their_own_posts_and_nobody_elses()
    {
        var group = await groups.ActiveGroupAsync("Own posts");
        var author = _host.Browser(await groups.MemberAsync(group, "Ada Author"));
        var other = _host.Browser(await groups.MemberAsync(group, "Ola Other"));
        var thread = await author.SubmitAsync(await author.OpenAsync($"/en/groups/{group.Slug}/discussion"), [("Title", "T"), ("Text", "Frist")], "form#thread");
        var change = thread.Html.QuerySelector(".thread footer a")!.GetAttribute("href")!;

        Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(change)).Status);
        var edited = await author.SubmitAsync(await author.OpenAsync(change), [("Text", "First")], "form#edit");
        var deleted = await author.SubmitAsync(await author.OpenAsync(change), [], "form#delete");

        Assert.Contains("First", edited.Text);
        Assert.Contains("This post was deleted.", deleted.Text);
        Assert.DoesNotContain("First", deleted.Text);
    }
}
