using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Tests;

/// <summary>How far a proposal has come, and what its sender may still do.</summary>
public sealed class ProposalStates
{
    private static readonly DateTimeOffset Now = new(2026, 3, 18, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_confirmed_proposal_waits_for_a_coordinator_and_can_be_edited_and_withdrawn()
    {
        var proposal = Confirmed("A network of mediators.");

        Assert.Equal(ProposalState.Screening, proposal.State);
        Assert.True(proposal.CanBeEdited);
        Assert.True(proposal.CanBeWithdrawn);
    }

    [Fact]
    public void A_text_that_may_tell_of_a_child_waits_for_a_person_before_it_becomes_a_case()
    {
        var proposal = Confirmed("We supported Karim, 16 ans, for a year.");
        Assert.Equal((ProposalState.Quarantine, Quarantine.Safeguarding, null), (proposal.State, proposal.QuarantineReason, proposal.CaseSince));

        proposal.Release(Now);
        Assert.Equal((ProposalState.Screening, Now), (proposal.State, proposal.CaseSince));
    }

    [Fact]
    public void Editing_ends_when_the_evaluation_starts()
    {
        var proposal = Confirmed("A network of mediators.");
        proposal.Reach(ProposalState.InEvaluation, Now);

        Assert.False(proposal.CanBeEdited);
        Assert.True(proposal.CanBeWithdrawn);
    }

    [Fact]
    public void Withdrawing_ends_when_the_answer_has_been_sent()
    {
        var proposal = Confirmed("A network of mediators.");
        proposal.Decide("declined", Now);
        Assert.True(proposal.CanBeWithdrawn);

        proposal.Reach(ProposalState.Contacted, Now);
        Assert.False(proposal.CanBeWithdrawn);
    }

    [Fact]
    public void Late_news_do_not_take_a_proposal_back()
    {
        var proposal = Confirmed("A network of mediators.");
        proposal.Decide("action-offered", Now);
        proposal.Reach(ProposalState.InEvaluation, Now);

        Assert.Equal(ProposalState.Decided, proposal.State);
    }

    [Fact]
    public void A_withdrawn_proposal_stays_withdrawn()
    {
        var proposal = Confirmed("A network of mediators.");
        proposal.Withdraw("Too early.", Now);
        proposal.Decide("action-offered", Now);
        proposal.Answer(accepts: true, Now);

        Assert.Equal((ProposalState.Withdrawn, null), (proposal.State, proposal.Outcome));
    }

    [Fact]
    public void A_party_may_change_its_mind_until_the_collaboration_is_under_way()
    {
        var proposal = Confirmed("A network of mediators.");
        proposal.Decide("action-offered", Now);
        proposal.Answer(accepts: false, Now);
        proposal.Answer(accepts: true, Now);
        Assert.Equal(ProposalState.Accepted, proposal.State);

        proposal.Reach(ProposalState.InAction, Now);
        proposal.Answer(accepts: false, Now);
        Assert.Equal(ProposalState.InAction, proposal.State);
    }

    [Fact]
    public void A_case_that_is_opened_again_is_in_evaluation_again()
    {
        var proposal = Confirmed("A network of mediators.");
        proposal.Decide("declined", Now);
        proposal.Reach(ProposalState.Contacted, Now);
        proposal.Reopen(Now);

        Assert.Equal((ProposalState.InEvaluation, null), (proposal.State, proposal.Outcome));
    }

    [Fact]
    public void Erasing_leaves_what_statistics_need_and_nothing_of_the_person()
    {
        var proposal = Confirmed("A network of mediators.");
        proposal.Erase(Now);

        Assert.Equal(("", "", null, "ES", new DateOnly(2026, 3, 16)), (proposal.Name, proposal.Email, proposal.Text, proposal.Country, proposal.SentWeek));
    }

    private static Proposal Confirmed(string text)
    {
        var answers = new SubmitProposal { Kind = "individual", Name = "Ana Ruiz", Email = "Ana@Example.org", Country = "ES", Language = "es", Proposal = text };
        var proposal = Proposal.Send(Guid.CreateVersion7(), "S-2026-00001", answers, suspicion: null, Now);
        proposal.Confirm(Guid.CreateVersion7(), Now);
        return proposal;
    }
}
