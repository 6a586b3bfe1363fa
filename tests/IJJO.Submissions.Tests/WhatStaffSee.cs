using System.Net;
using System.Text.Json;
using IJJO.Platform.Testing;
using IJJO.Submissions.Samples;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Tests;

/// <summary>The inbox over OData, its actions, and who may read it.</summary>
public sealed class WhatStaffSee(SubmissionsHost site) : IClassFixture<SubmissionsHost>
{
    private static readonly TestPerson Coordinator = TestPerson.Staff("Carla Costa", "submissions.read", "submissions.edit");
    private static readonly TestPerson Evaluator = TestPerson.Staff("Eva Lind", "evaluation.assess");

    [Fact]
    public async Task A_coordinator_finds_a_proposal_and_closes_it_with_a_reason()
    {
        await site.SendAndConfirmAsync("close@example.org");
        var id = (await site.ProposalAsync("close@example.org")).Id;
        var http = site.Host.Browser(Coordinator).Http;
        var found = await http.GetStringAsync("/odata/submissions/Proposals?$filter=State eq 'screening' and Email eq 'close@example.org'&$select=Id,Reference,Themes");
        Assert.Contains("\"Themes\":[\"mediation\"]", found);

        using var answer = JsonDocument.Parse(found);
        using var close = new HttpRequestMessage(HttpMethod.Post, $"/odata/submissions/Proposals({id})/submissions.close");
        close.Content = new StringContent("""{"Reason":"Duplicate."}""", null, "application/json");
        close.Headers.IfMatch.ParseAdd(answer.RootElement.GetProperty("value")[0].GetProperty("@odata.etag").GetString()!);
        var closed = await http.SendAsync(close);
        Assert.True(closed.IsSuccessStatusCode, await closed.Content.ReadAsStringAsync());
        Assert.Equal("closed", (await site.ProposalAsync("close@example.org")).State);
    }

    [Fact]
    public async Task The_inbox_lists_what_was_sent()
    {
        await site.SendAndConfirmAsync("inbox@example.org", ("Name", "Inés Inbox"), ("Country", "PT"));
        var sent = await site.ProposalAsync("inbox@example.org");

        var page = await site.Host.Browser(Coordinator).OpenAsync($"/staff/submissions/Proposals?q={sent.Reference}");

        var row = Assert.Single(page.Html.QuerySelectorAll("tbody tr"));
        Assert.All([sent.Reference, "Inés Inbox", "Portugal"], shown => Assert.Contains(shown, row.TextContent));
        Assert.NotNull(row.QuerySelector($"a[href='/staff/submissions/Proposals/{sent.Id}']"));
    }

    [Fact]
    public async Task A_proposal_leads_to_its_party_and_to_others_on_the_same_theme()
    {
        await site.SendAndConfirmAsync("similar.one@example.org");
        await site.SendAndConfirmAsync("similar.two@example.org");
        var (one, two) = (await site.ProposalAsync("similar.one@example.org"), await site.ProposalAsync("similar.two@example.org"));
        var http = site.Host.Browser(Coordinator).Http;

        using var similar = JsonDocument.Parse(await http.GetStringAsync($"/odata/submissions/Proposals({one.Id})/submissions.similar?$select=Id,Email&$expand=Party($select=Email)&$top=1000"));

        var rows = similar.RootElement.GetProperty("value").EnumerateArray().ToDictionary(row => row.GetProperty("Id").GetGuid());
        Assert.DoesNotContain(one.Id, rows.Keys);
        Assert.Equal("similar.two@example.org", rows[two.Id].GetProperty("Party").GetProperty("Email").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Host.Browser(Evaluator).Http.GetAsync($"/odata/submissions/Proposals({one.Id})/submissions.similar")).StatusCode);
        Assert.Contains("similar.one@example.org", (await site.Host.Browser(Coordinator).OpenAsync($"/staff/submissions/Proposals/{one.Id}")).Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?view=all")]
    public async Task The_inbox_has_one_tab_for_all_of_it(string query)
    {
        var page = await site.Host.Browser(Coordinator).OpenAsync("/staff/submissions/Proposals" + query);
        var all = Assert.Single(page.Html.QuerySelectorAll(".tabs a"), tab => tab.TextContent.StartsWith("All", StringComparison.Ordinal));
        Assert.Equal("page", all.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task Evaluators_and_visitors_cannot_read_senders()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Host.Browser(Evaluator).Http.GetAsync("/odata/submissions/Proposals")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await site.Host.Browser(Evaluator).Http.GetAsync("/odata/submissions/Parties")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Host.Browser().Http.GetAsync("/odata/submissions/Proposals")).StatusCode);
    }

    [Fact]
    public async Task Charts_are_counted_in_the_database()
    {
        await site.SendAndConfirmAsync("chart@example.org", ("Country", "CL"));
        var json = await site.Host.Browser(Coordinator).Http.GetStringAsync("/odata/submissions/Proposals?$apply=groupby((Country),aggregate($count as Count))");

        using var answer = JsonDocument.Parse(json);
        Assert.Contains(answer.RootElement.GetProperty("value").EnumerateArray(), row => row.GetProperty("Country").GetString() == "CL");
    }

    [Fact]
    public async Task The_samples_show_every_state_that_this_module_alone_decides_and_ask_for_no_mail()
    {
        await using var host = await TestHost.StartAsync(["submissions"]);
        await host.InScopeAsync<SampleProposals>(samples => samples.SeedAsync(default));
        await host.InScopeAsync<SampleEndings>(samples => samples.SeedAsync(default));
        var states = await host.InScopeAsync<SubmissionsDb, List<string>>(db => db.Proposals.Select(p => p.State).Distinct().ToListAsync());
        var mails = await host.InScopeAsync<SubmissionsDb, int>(db => db.Set<Platform.Events.OutboxRow>().CountAsync(row => row.Name == "platform.mail-requested.v1"));

        Assert.Superset(new HashSet<string> { "received", "quarantine", "screening", "closed", "withdrawn" }, states.ToHashSet());
        Assert.Equal(0, mails);
    }
}
