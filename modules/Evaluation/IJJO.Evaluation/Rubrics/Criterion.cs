namespace IJJO.Evaluation.Rubrics;

/// <summary>A criterion of a line of work as it is edited. What assessments are made with is the <see cref="RubricEdition"/> that holds a copy of it.</summary>
internal sealed class Criterion
{
    public required Guid Id { get; init; }
    public required string LineOfWork { get; init; }
    public required string Code { get; init; }

    /// <summary>Whether it judges the proposal or the profile.</summary>
    public required string Subject { get; set; }

    /// <summary>A concern that is ticked or not and stays outside the total.</summary>
    public bool IsFlag { get; set; }

    /// <summary>1 to 10; the share in the mean.</summary>
    public int Weight { get; set; }

    public int Order { get; set; }
    public Localised Label { get; set; } = new();
    public Localised Hint { get; set; } = new();

    /// <summary>What 1, 2, 3, 4 and 5 mean: five lines.</summary>
    public Localised Steps { get; set; } = new();

    public uint Version { get; private set; }

    public RubricCriterion Copy() => new(Code, Subject, IsFlag, Weight, Label, Hint, Steps);
}

internal static class Subject
{
    public const string Proposal = "proposal";
    public const string Profile = "profile";
}
