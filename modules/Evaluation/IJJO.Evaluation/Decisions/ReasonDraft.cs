using System.Globalization;
using System.Text;
using IJJO.Platform;
using Microsoft.Extensions.Localization;

namespace IJJO.Evaluation.Decisions;

/// <summary>
/// Starts the reasoned answer from the criteria: what convinced, what did not, and what evaluators wrote for the party, in the party's language. Staff edit it.
/// </summary>
internal sealed class ReasonDraft(IStringLocalizer<Text> texts, ISite site)
{
    private const int MostNamed = 3;

    public string For(FitMatrix matrix, string partyLanguage)
    {
        var language = site.Languages.Contains(partyLanguage) ? partyLanguage : "en";
        var reader = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return Write(matrix, language);
        }
        finally
        {
            CultureInfo.CurrentUICulture = reader;
        }
    }

    private string Write(FitMatrix matrix, string language)
    {
        var draft = new StringBuilder();
        var criteria = matrix.Lines.SelectMany(l => l.Criteria).Where(c => c.Mean is not null).ToArray();
        Name(draft, "draft.strong", criteria.Where(c => Quadrant.IsStrong(c.Mean)).OrderByDescending(c => c.Mean), language);
        Name(draft, "draft.weak", criteria.Where(c => Quadrant.IsWeak(c.Mean)).OrderBy(c => c.Mean), language);
        foreach (var message in matrix.Assessments.Select(a => a.MessageForParty).Where(m => !string.IsNullOrWhiteSpace(m)))
        {
            draft.AppendLine(message!.Trim()).AppendLine();
        }
        return draft.ToString().Trim();
    }

    private void Name(StringBuilder draft, string key, IEnumerable<CriterionFit> criteria, string language)
    {
        var labels = criteria.Select(c => c.Criterion.Label.In(language)).Distinct().Take(MostNamed).Select(l => l.ToLower(CultureInfo.CurrentUICulture)).ToArray();
        if (labels.Length > 0) draft.AppendLine(texts[key, string.Join(", ", labels)]).AppendLine();
    }
}
