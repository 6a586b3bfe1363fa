using IJJO.Platform;
using IJJO.Platform.Testing;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Tests;

/// <summary>What looks like a machine is kept aside, never refused, and a person lets it go on.</summary>
public sealed class Suspects(SubmissionsHost site) : IClassFixture<SubmissionsHost>
{
    [Theory]
    [InlineData("trap", "Website", "https://spam.example")]
    [InlineData("link-in-name", "Name", "Win at www.spam.example")]
    [InlineData("too-fast", "FormToken", "not a token of this site")]
    public async Task A_suspect_is_thanked_and_kept_aside_without_a_mail(string reason, string field, string value)
    {
        var email = $"{reason}@example.org";
        var thanks = await site.SendAsync(email, (field, value));

        var proposal = await site.ProposalAsync(email);
        Assert.Equal((ProposalState.Quarantine, reason), (proposal.State, proposal.QuarantineReason));
        Assert.Contains("A person will look at it first", thanks.Text);
        Assert.Empty(await site.MailsAsync(email));
    }

    [Fact]
    public async Task Sending_at_once_is_suspicious()
    {
        await site.SendAsync("quick@example.org", ("FormToken", site.Token(TimeSpan.Zero)));

        Assert.Equal("too-fast", (await site.ProposalAsync("quick@example.org")).QuarantineReason);
    }

    [Fact]
    public async Task A_released_proposal_gets_its_receipt()
    {
        await site.SendAsync("honest@example.org", ("Website", "example.org"));
        var proposal = await site.ProposalAsync("honest@example.org");
        await site.Host.InScopeAsync<ICommandHandler<ReleaseProposal>>(handler => handler.Handle(new ReleaseProposal(proposal.Id), default));

        Assert.Equal(ProposalState.Received, (await site.ProposalAsync("honest@example.org")).State);
        Assert.Single(await site.MailsAsync("honest@example.org"));
    }

    [Fact]
    public async Task A_flagged_text_becomes_a_case_only_after_a_person_has_read_it()
    {
        await site.SendAndConfirmAsync("flagged@example.org", ("Proposal", "We met Karim, 16 ans, in custody."));
        var proposal = await site.ProposalAsync("flagged@example.org");
        Assert.Equal(ProposalState.Quarantine, proposal.State);
        Assert.Empty(await site.EventsAsync("submissions.proposal-submitted.v1", proposal.Id.ToString()));

        await site.Host.InScopeAsync<ICommandHandler<ReleaseProposal>>(handler => handler.Handle(new ReleaseProposal(proposal.Id), default));
        Assert.Single(await site.EventsAsync("submissions.proposal-submitted.v1", proposal.Id.ToString()));
    }

    [Fact]
    public async Task Too_many_proposals_of_a_day_from_one_network_are_kept_aside()
    {
        await using var strict = await TestHost.StartAsync(["submissions"], ["Submissions:ProposalsPerDay=2"], site.Host.ConnectionString);
        var browser = strict.Browser();
        foreach (var number in new[] { 1, 2, 3 })
        {
            await browser.SubmitAsync(await browser.OpenAsync("/en/collaborate"), site.Filled($"many{number}@example.org"), "#collaborate");
        }

        Assert.Equal("too-many", (await site.ProposalAsync("many3@example.org")).QuarantineReason);
    }
}
