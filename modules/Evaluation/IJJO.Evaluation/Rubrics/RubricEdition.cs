namespace IJJO.Evaluation.Rubrics;

/// <summary>
/// The rubric of a line of work as it stood at one time. An edition that somebody has scored with never changes: the next edit of a criterion makes
/// the next edition, and assessments keep the one they were made with.
/// </summary>
public sealed class RubricEdition
{
    public required Guid Id { get; init; }
    public required string LineOfWork { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset PublishedAt { get; set; }
    public required IReadOnlyList<RubricCriterion> Criteria { get; set; }

    public IEnumerable<RubricCriterion> Scored(bool hasProposal) =>
        Criteria.Where(c => !c.IsFlag && (hasProposal || c.Subject == Subject.Profile));
}

/// <summary>A criterion within an edition.</summary>
public sealed record RubricCriterion(string Code, string Subject, bool IsFlag, int Weight, Localised Label, Localised Hint, Localised Steps)
{
    public const int Lowest = 1;
    public const int Highest = 5;

    public string Step(int value) => Steps.In().Split('\n', StringSplitOptions.TrimEntries).ElementAtOrDefault(value - Lowest) ?? "";
}
