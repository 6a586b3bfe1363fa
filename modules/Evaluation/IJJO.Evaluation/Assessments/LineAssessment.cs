using IJJO.Evaluation.Rubrics;

namespace IJJO.Evaluation.Assessments;

/// <summary>The scores against one line of work: proposal and profile apart.</summary>
public sealed class LineAssessment
{
    public required Guid Id { get; init; }
    public required Guid AssessmentId { get; init; }
    public required string LineOfWork { get; init; }

    /// <summary>The edition of the rubric that was scored with.</summary>
    public required Guid RubricId { get; set; }

    /// <summary>1 to 5 by code of the criterion.</summary>
    public Dictionary<string, int> Scores { get; set; } = [];

    /// <summary>The codes of the concerns that were raised.</summary>
    public string[] Flags { get; set; } = [];

    public decimal? ProposalScore { get; private set; }
    public decimal? ProfileScore { get; private set; }

    /// <summary>The weighted mean over both; flags do not count.</summary>
    public decimal? Total { get; private set; }

    public void Reckon(RubricEdition rubric)
    {
        ProposalScore = Mean(rubric.Criteria.Where(c => c.Subject == Subject.Proposal));
        ProfileScore = Mean(rubric.Criteria.Where(c => c.Subject == Subject.Profile));
        Total = Mean(rubric.Criteria);
    }

    private decimal? Mean(IEnumerable<RubricCriterion> criteria)
    {
        var scored = criteria.Where(c => !c.IsFlag && Scores.ContainsKey(c.Code)).ToArray();
        var weight = scored.Sum(c => c.Weight);
        return weight == 0 ? null : decimal.Round(scored.Sum(c => (decimal)c.Weight * Scores[c.Code]) / weight, 2);
    }
}
