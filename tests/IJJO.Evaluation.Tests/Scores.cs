using IJJO.Evaluation.Assessments;
using IJJO.Evaluation.Decisions;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform;

namespace IJJO.Evaluation.Tests;

public sealed class Scores
{
    private static readonly RubricEdition Rubric = new()
    {
        Id = Guid.CreateVersion7(), LineOfWork = "research", Number = 1, PublishedAt = default, Criteria =
        [
            Criterion("fit", Subject.Proposal, 3), Criterion("method", Subject.Proposal, 1), Criterion("competence", Subject.Profile, 2),
            Criterion("safeguarding", Subject.Proposal, 0, isFlag: true),
        ],
    };

    [Fact]
    public void Proposal_and_profile_are_weighed_apart_and_flags_stay_outside()
    {
        var line = Line(("fit", 5), ("method", 1), ("competence", 2));
        line.Flags = ["safeguarding"];
        line.Reckon(Rubric);
        Assert.Equal((4.00m, 2.00m, 3.33m), (line.ProposalScore!.Value, line.ProfileScore!.Value, line.Total!.Value));
    }

    [Fact]
    public void A_line_with_a_score_must_be_complete_to_be_handed_in()
    {
        var errors = Check(submit: true, hasProposal: true, ("fit", 4), ("competence", 3));
        Assert.Equal("score.research.method", Assert.Single(errors).Member);
    }

    [Fact]
    public void A_draft_may_be_incomplete() => Assert.Empty(Check(submit: false, hasProposal: true, ("fit", 4)));

    [Fact]
    public void Nothing_at_all_cannot_be_handed_in() => Assert.Equal("evaluation.no-scores", Assert.Single(Check(submit: true, hasProposal: true)).Code);

    [Fact]
    public void Without_a_proposal_the_profile_is_enough() => Assert.Empty(Check(submit: true, hasProposal: false, ("competence", 5)));

    [Theory]
    [InlineData("fit", 0)]
    [InlineData("fit", 6)]
    [InlineData("unheard-of", 3)]
    [InlineData("safeguarding", 3)]
    public void Scores_outside_the_scale_or_the_rubric_are_refused(string criterion, int value) =>
        Assert.NotEmpty(Check(submit: false, hasProposal: true, (criterion, value)));

    [Fact]
    public void A_rubric_of_another_line_is_refused()
    {
        var command = new SaveAssessment(Guid.NewGuid(), [new("training", Rubric.Id, new Dictionary<string, int>(), [])], null, null, false);
        Assert.NotEmpty(AssessmentRules.Check(command, new Dictionary<Guid, RubricEdition> { [Rubric.Id] = Rubric }, true));
    }

    [Fact]
    public void The_matrix_puts_disagreement_first()
    {
        var agreed = (First: ("fit", 4), Second: ("fit", 4));
        var one = Assessed("Ines", Line(agreed.First, ("method", 5), ("competence", 4)));
        var two = Assessed("Paul", Line(agreed.Second, ("method", 1), ("competence", 3)));
        var matrix = FitMatrix(one, two);
        Assert.Equal(["method", "competence", "fit"], matrix.Lines[0].Criteria.Select(c => c.Criterion.Code));
        Assert.Equal(4, matrix.Lines[0].Criteria[0].Spread);
        Assert.Equal(3.00m, matrix.Lines[0].Criteria[0].Mean);
    }

    [Theory]
    [InlineData(4.0, 4.0, true, Quadrant.Both)]
    [InlineData(4.0, 2.0, true, Quadrant.ProposalOnly)]
    [InlineData(2.0, 4.0, true, Quadrant.ProfileOnly)]
    [InlineData(2.0, 2.0, true, Quadrant.Neither)]
    [InlineData(null, 4.0, false, Quadrant.ProfileOnly)]
    public void Actions_follow_from_where_proposal_and_profile_stand(double? proposal, double? profile, bool hasProposal, string quadrant) =>
        Assert.Equal(quadrant, Quadrant.Of((decimal?)proposal, (decimal?)profile, hasProposal));

    private static FitMatrix FitMatrix(params Assessment[] assessments) =>
        LoadFitMatrix.Of(assessments, new Dictionary<Guid, RubricEdition> { [Rubric.Id] = Rubric });

    private static Assessment Assessed(string name, LineAssessment line)
    {
        var assessment = new Assessment { Id = Guid.CreateVersion7(), CaseId = Guid.Empty, EvaluatorId = Guid.CreateVersion7(), EvaluatorName = name };
        line.Reckon(Rubric);
        assessment.Lines.Add(line);
        return assessment;
    }

    private static LineAssessment Line(params (string Code, int Value)[] scores) => new()
    {
        Id = Guid.CreateVersion7(), AssessmentId = Guid.Empty, LineOfWork = "research", RubricId = Rubric.Id, Scores = scores.ToDictionary(s => s.Code, s => s.Value),
    };

    private static List<FieldError> Check(bool submit, bool hasProposal, params (string Code, int Value)[] scores)
    {
        var line = new LineScores("research", Rubric.Id, scores.ToDictionary(s => s.Code, s => s.Value), []);
        return AssessmentRules.Check(new(Guid.NewGuid(), [line], null, null, submit), new Dictionary<Guid, RubricEdition> { [Rubric.Id] = Rubric }, hasProposal);
    }

    private static RubricCriterion Criterion(string code, string subject, int weight, bool isFlag = false) =>
        new(code, subject, isFlag, weight, new Localised { En = code }, new(), new());
}
