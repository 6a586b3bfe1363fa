using System.Net;
using IJJO.Platform.Testing;

namespace IJJO.WorkingGroups.Tests;

/// <summary>Whoever chose a pseudonym is known by name to those who lead the group, and to nobody else.</summary>
public sealed class Pseudonyms(GroupsHost groups)
{
    private const string Name = "Berenice Verdadera";
    private readonly TestHost _host = groups.Host;

    [Fact]
    public async Task A_pseudonym_never_uncovers_the_name()
    {
        var group = await groups.ActiveGroupAsync("Behind a pseudonym");
        var member = _host.Browser(await groups.MemberAsync(group, Name, "pseudonym", "Golondrina", "Verdadera Foundation"));
        var colleague = _host.Browser(await groups.MemberAsync(group, "Carl Colleague"));
        var reader = _host.Browser(TestPerson.Staff("Rita Reader", "working-groups.read"));
        var otherConvener = _host.Browser(TestPerson.Staff("Otto Other", "working-groups.read", "working-groups.convene"));
        var thread = await member.SubmitAsync(
            await member.OpenAsync($"/en/groups/{group.Slug}/discussion"), [("Title", "Who speaks"), ("Text", "I do.")], "form#thread");

        (TestBrowser Who, string Path)[] views =
        [
            (_host.Browser(), $"/en/groups/{group.Slug}"), (colleague, $"/en/groups/{group.Slug}"), (colleague, thread.Path.Split('?')[0]),
            (reader, $"/staff/working-groups/groups/{group.Id}"), (otherConvener, $"/staff/working-groups/groups/{group.Id}"),
        ];
        foreach (var (who, path) in views)
        {
            var page = await who.OpenAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("Golondrina", page.Text);
            Assert.DoesNotContain("Verdadera", page.Html.DocumentElement.OuterHtml);
        }
        foreach (var who in new[] { reader, otherConvener })
        {
            foreach (var set in new[] { "Members", "Contacts", "Posts", "Threads", "Groups", "Outputs", "Decisions" })
            {
                Assert.DoesNotContain("Verdadera", await who.Http.GetStringOrStatusAsync($"/odata/working-groups/{set}"));
            }
        }
        Assert.Equal(0, await groups.ScalarAsync<long>(
            "SELECT count(*) FROM working_groups.__outbox WHERE name LIKE 'working-groups.%' AND payload::text LIKE '%Verdadera%'"));
    }

    [Fact]
    public async Task The_convener_sees_who_it_is()
    {
        var group = await groups.ActiveGroupAsync("Known to the convener");
        await groups.MemberAsync(group, Name, "pseudonym", "Golondrina");
        var convener = _host.Browser(GroupsHost.Coordinator);

        Assert.Contains(Name, (await convener.OpenAsync($"/staff/working-groups/groups/{group.Id}")).Text);
        Assert.Contains(Name, await convener.Http.GetStringOrStatusAsync($"/odata/working-groups/Contacts?$filter=GroupId eq {group.Id}"));
    }

    [Fact]
    public async Task Readers_may_not_open_the_contacts() =>
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await _host.Browser(TestPerson.Staff("Rita Reader", "working-groups.read")).Http.GetAsync("/odata/working-groups/Contacts")).StatusCode);
}

internal static class HttpAnswers
{
    /// <summary>The body, whatever the status.</summary>
    internal static async Task<string> GetStringOrStatusAsync(this HttpClient http, string path)
    {
        var answer = await http.GetAsync(path);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
