using IJJO.Platform;

namespace IJJO.Evaluation.Rubrics;

/// <summary>What adding and editing a criterion have in common, with its rules.</summary>
internal sealed record CriterionContent(string Subject, bool IsFlag, int Weight, int Order, Localised Label, Localised Hint, Localised Steps)
{
    private const int LabelLimit = 120;

    public static CriterionContent Of(EditCriterion c) => new(
        c.Subject, c.IsFlag, c.Weight, c.Order, new() { En = c.LabelEn, Es = c.LabelEs, Fr = c.LabelFr },
        new() { En = c.HintEn ?? "", Es = c.HintEs ?? "", Fr = c.HintFr ?? "" }, new() { En = c.StepsEn ?? "", Es = c.StepsEs ?? "", Fr = c.StepsFr ?? "" });

    public static CriterionContent Of(AddCriterion c) => new(
        c.Subject, c.IsFlag, c.Weight, c.Order, new() { En = c.LabelEn, Es = c.LabelEs, Fr = c.LabelFr },
        new() { En = c.HintEn ?? "", Es = c.HintEs ?? "", Fr = c.HintFr ?? "" }, new() { En = c.StepsEn ?? "", Es = c.StepsEs ?? "", Fr = c.StepsFr ?? "" });

    public List<FieldError> Errors()
    {
        var errors = new List<FieldError>();
        if (Subject is not (Rubrics.Subject.Proposal or Rubrics.Subject.Profile)) errors.Add(new("Subject", FieldErrors.Choice));
        if (!IsFlag && Weight is < 1 or > 10) errors.Add(new("Weight", FieldErrors.Range, 1, 10));
        foreach (var (member, label) in new[] { ("LabelEn", Label.En), ("LabelEs", Label.Es), ("LabelFr", Label.Fr) })
        {
            if (string.IsNullOrWhiteSpace(label)) errors.Add(new(member, FieldErrors.Required));
            else if (label.Length > LabelLimit) errors.Add(new(member, FieldErrors.TooLong, LabelLimit));
        }
        // Five described steps are what makes two evaluators mean the same by a 3.
        foreach (var (member, steps) in new[] { ("StepsEn", Steps.En), ("StepsEs", Steps.Es), ("StepsFr", Steps.Fr) })
        {
            if (!IsFlag && Lines(steps) != 5) errors.Add(new(member, "evaluation.five-steps"));
        }
        return errors;
    }

    public void CopyTo(Criterion criterion)
    {
        criterion.Subject = Subject;
        criterion.IsFlag = IsFlag;
        criterion.Weight = IsFlag ? 0 : Weight;
        criterion.Order = Order;
        criterion.Label = Label;
        criterion.Hint = Hint;
        criterion.Steps = Steps;
    }

    private static int Lines(string text) => text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Length;
}
