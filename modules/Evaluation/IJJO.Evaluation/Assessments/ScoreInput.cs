using System.Globalization;
using IJJO.Evaluation.Rubrics;
using IJJO.Platform.Web;

namespace IJJO.Evaluation.Assessments;

/// <summary>Reads the fields of the score form: <c>score.{line}.{criterion}</c>, <c>flag.{line}.{criterion}</c> and <c>rubric.{line}</c>.</summary>
internal static class ScoreInput
{
    public static string Flag(string line, string criterion) => $"flag.{line}.{criterion}";

    public static IReadOnlyList<LineScores> Read(FormState form, IReadOnlyList<RubricEdition> rubrics) =>
        [.. rubrics.Where(rubric => form.Values("Line").Contains(rubric.LineOfWork)).Select(rubric => Read(form, rubric))];

    public static string? TextOf(FormState form, string field) => form.Value(field)?.Trim().ReplaceLineEndings("\n") is { Length: > 0 } text ? text : null;

    private static LineScores Read(FormState form, RubricEdition rubric)
    {
        var line = rubric.LineOfWork;
        var edition = Guid.TryParse(form.Value($"rubric.{line}"), out var shown) ? shown : rubric.Id;
        var scores = rubric.Criteria.Where(c => !c.IsFlag)
            .Select(c => (c.Code, IsGiven: int.TryParse(form.Value(LineScores.Field(line, c.Code)), NumberStyles.None, CultureInfo.InvariantCulture, out var value), value))
            .Where(score => score.IsGiven)
            .ToDictionary(score => score.Code, score => score.value);
        string[] flags = [.. rubric.Criteria.Where(c => c.IsFlag && form.Value(Flag(line, c.Code)) is not null).Select(c => c.Code)];
        return new(line, edition, scores, flags);
    }
}
