using IJJO.Evaluation.Rubrics;
using IJJO.Platform;

namespace IJJO.Evaluation.Assessments;

/// <summary>What must hold before scores are kept, and what before they are handed in.</summary>
internal static class AssessmentRules
{
    public const int TextLimit = 4000;

    public static List<FieldError> Check(SaveAssessment command, IReadOnlyDictionary<Guid, RubricEdition> rubrics, bool hasProposal)
    {
        var errors = new List<FieldError>();
        if (command.Comment?.Length > TextLimit) errors.Add(new(nameof(command.Comment), FieldErrors.TooLong, TextLimit));
        if (command.MessageForParty?.Length > TextLimit) errors.Add(new(nameof(command.MessageForParty), FieldErrors.TooLong, TextLimit));
        foreach (var line in command.Lines)
        {
            if (!rubrics.TryGetValue(line.RubricId, out var rubric) || rubric.LineOfWork != line.LineOfWork)
            {
                errors.Add(new(nameof(command.Lines), FieldErrors.Choice));
                continue;
            }
            errors.AddRange(line.Scores
                .Where(score => score.Value is < RubricCriterion.Lowest or > RubricCriterion.Highest)
                .Select(score => new FieldError(LineScores.Field(line.LineOfWork, score.Key), FieldErrors.Range, RubricCriterion.Lowest, RubricCriterion.Highest)));
            if (line.Scores.Keys.Except(rubric.Criteria.Where(c => !c.IsFlag).Select(c => c.Code)).Any()) errors.Add(new(nameof(command.Lines), FieldErrors.Choice));
            if (line.Flags.Except(rubric.Criteria.Where(c => c.IsFlag).Select(c => c.Code)).Any()) errors.Add(new(nameof(command.Lines), FieldErrors.Choice));
            if (command.Submit && line.Scores.Count > 0) errors.AddRange(Missing(line, rubric, hasProposal));
        }
        if (command.Submit && errors.Count == 0 && command.Lines.All(line => line.Scores.Count == 0)) errors.Add(new("", "evaluation.no-scores"));
        return errors;
    }

    private static IEnumerable<FieldError> Missing(LineScores line, RubricEdition rubric, bool hasProposal) =>
        rubric.Scored(hasProposal)
            .Where(criterion => !line.Scores.ContainsKey(criterion.Code))
            .Select(criterion => new FieldError(LineScores.Field(line.LineOfWork, criterion.Code), "evaluation.score-missing", criterion.Label.In()));
}
