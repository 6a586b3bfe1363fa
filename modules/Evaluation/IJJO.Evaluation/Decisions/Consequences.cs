using System.Globalization;
using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.Extensions.Localization;

namespace IJJO.Evaluation.Decisions;

/// <summary>What applying a decision will cause: every mail, action and membership, in words. Nothing is changed by asking.</summary>
internal sealed class Consequences(IVocabularies vocabularies, IStringLocalizer<Text> texts)
{
    public IReadOnlyList<Consequence> Of(Case found, string outcome, string action, string? groupTitle)
    {
        var name = found.SenderName;
        var offered = vocabularies.Find(Vocabulary.Action, action)?.Label() ?? action;
        var language = vocabularies.Find(Vocabulary.Language, found.Language)?.Label() ?? CultureInfo.GetCultureInfo(found.Language).NativeName;
        var open = found.Assignments.Where(a => a.IsOpen).Select(a => a.EvaluatorName).ToArray();
        List<Consequence> list = [new("mail", texts["consequence.mail", name, language])];
        if (outcome == Outcome.ActionOffered) list.Add(new("action", texts["consequence.action", offered, name]));
        if (outcome == Outcome.ActionOffered && groupTitle is not null) list.Add(new("membership", texts["consequence.membership", name, groupTitle]));
        if (outcome == Outcome.Roster) list.Add(new("action", texts["consequence.roster", name]));
        if (open.Length > 0) list.Add(new("assignment", texts["consequence.assignments", string.Join(", ", open)]));
        list.Add(new("case", texts["consequence.case", found.Reference]));
        return list;
    }
}

/// <summary>One effect.</summary>
/// <param name="Kind"><c>mail</c>, <c>action</c>, <c>membership</c>, <c>assignment</c> or <c>case</c>.</param>
/// <param name="Sentence">What it is, translated.</param>
internal sealed record Consequence(string Kind, string Sentence);
