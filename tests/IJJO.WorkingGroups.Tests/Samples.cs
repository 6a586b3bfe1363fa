using System.Net;
using System.Text.RegularExpressions;
using IJJO.Platform.Testing;

namespace IJJO.WorkingGroups.Tests;

public sealed partial class Samples
{
    [Fact]
    public async Task The_sample_groups_fill_every_page_and_every_set_in_three_languages()
    {
        await using var host = await TestHost.StartAsync(["working-groups"], ["Platform:SampleData=true"]);
        var staff = host.Browser(GroupsHost.Coordinator);
        await Eventually.IsTrueAsync(async () => (await host.Browser().OpenAsync("/en/groups")).Html.QuerySelectorAll("li.card").Length == 3, "three groups");
        await Eventually.IsTrueAsync(async () => await staff.Http.GetStringAsync("/odata/working-groups/Outputs/$count") == "3", "what they have made");

        foreach (var language in new[] { "en", "es", "fr" })
        {
            foreach (var part in new[] { "", "/discussion", "/decisions", "/decisions/1", "/decisions/new", "/outputs", "/outputs/new" })
            {
                var page = await staff.OpenAsync($"/{language}/groups/restorative-quality{part}");
                Assert.Equal(HttpStatusCode.OK, page.Status);
                Assert.DoesNotMatch(RawKey(), page.Text);
            }
        }
        foreach (var set in new[] { "Groups", "Members", "Contacts", "Threads", "Posts", "Decisions", "Outputs" })
        {
            var answer = await staff.Http.GetStringOrStatusAsync($"/odata/working-groups/{set}?$count=true&$top=2");
            Assert.StartsWith("200", answer);
            Assert.DoesNotContain("\"@odata.count\":0", answer);
        }
        Assert.StartsWith("200", await staff.Http.GetStringOrStatusAsync("/odata/working-groups/Groups?$filter=State ne 'closed' and DaysToSunset le 60&$orderby=Sunset"));
    }

    // A key of the resources that nobody translated: "group.members", "role.Member". Without the white space of the page a sentence may end in "group.".
    [GeneratedRegex(@"\b(group|list|join|display|membership|member|step|done|post|discussion|decision|output|milestone)\.[a-z]|\b(role|Groups|Outputs|Decisions)\.[a-zA-Z]")]
    private static partial Regex RawKey();
}
