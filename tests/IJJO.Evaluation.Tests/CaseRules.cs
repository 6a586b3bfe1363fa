using IJJO.Evaluation.Assignments;
using IJJO.Evaluation.Cases;
using IJJO.Platform;

namespace IJJO.Evaluation.Tests;

public sealed class CaseRules
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_case_is_new_until_somebody_has_it_and_to_decide_when_everybody_has_scored()
    {
        var found = Sample.Case();
        Assert.Equal(CaseState.New, found.State);

        var one = found.Assign(Sample.Person("Ines"), ["research"], Now.AddDays(14), "Coordinator", Now);
        var two = found.Assign(Sample.Person("Paul"), ["research"], Now.AddDays(14), "Coordinator", Now);
        Assert.Equal(CaseState.InEvaluation, found.State);

        one.Done(Now);
        found.Reckon();
        Assert.Equal(CaseState.InEvaluation, found.State);

        two.Done(Now);
        found.Reckon();
        Assert.Equal(CaseState.ToDecide, found.State);
    }

    [Fact]
    public void A_case_that_everybody_declined_waits_for_evaluators_again()
    {
        var found = Sample.Case();
        found.Assign(Sample.Person("Ines"), ["research"], Now, "Coordinator", Now).Decline("No time", null, Now);
        found.Reckon();
        Assert.Equal(CaseState.New, found.State);
    }

    [Fact]
    public void Withdrawing_a_proposal_ends_the_open_assignments()
    {
        var found = Sample.Case();
        var assignment = found.Assign(Sample.Person("Ines"), ["research"], Now, "Coordinator", Now);
        found.Withdraw();
        Assert.Equal((CaseState.Withdrawn, AssignmentState.Cancelled), (found.State, assignment.State));
    }

    [Fact]
    public void A_decided_case_does_not_move_when_assignments_do()
    {
        var found = Sample.Case();
        found.Decide(Now);
        found.Reckon();
        Assert.Equal(CaseState.Decided, found.State);
    }

    [Fact]
    public void A_reopened_case_stands_where_its_assignments_left_it()
    {
        var found = Sample.Case();
        found.Assign(Sample.Person("Ines"), ["research"], Now, "Coordinator", Now).Done(Now);
        found.Decide(Now);
        found.Reopen();
        Assert.Equal(CaseState.ToDecide, found.State);
    }

    [Fact]
    public void An_erased_case_has_no_person_in_it_and_an_edit_that_comes_late_brings_none_back()
    {
        var found = Sample.Case();
        found.Erase();
        (Sample.Sent("Late text") with { CaseId = found.Id }).CopyTo(found);
        Assert.Equal("", found.SenderName);
        Assert.Null(found.EntityName);
        Assert.Null(found.Texts.Proposal);
        Assert.Null(found.BlindTexts.Proposal);
    }

    [Theory]
    [InlineData(-3, 0)]
    [InlineData(-2, 1)]
    [InlineData(1, 2)]
    [InlineData(8, 3)]
    public void Reminders_go_out_before_after_and_long_after_the_due_date(int daysAfterDue, int wanted) =>
        Assert.Equal(wanted, SendReminders.Wanted(Now, Now.AddDays(daysAfterDue)));
}
