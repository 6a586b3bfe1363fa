using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.Evaluation.Assignments;

/// <summary>Who could evaluate a case, best first, with the reasons; and who must not, with theirs.</summary>
internal sealed class SuggestEvaluators(
    EvaluationDb db, IStaffDirectory staff, Conflicts conflicts, IVocabularies vocabularies, IStringLocalizer<Text> texts)
{
    public async Task<IReadOnlyList<EvaluatorSuggestion>> ForAsync(Case found, IReadOnlyList<string> lines, CancellationToken cancel)
    {
        var people = await staff.WithPermissionAsync(EvaluationPermissions.Assess, cancel);
        var profiles = await db.Evaluators.ToDictionaryAsync(e => e.Id, cancel);
        var load = await db.Assignments.Where(a => a.State == AssignmentState.Open)
            .GroupBy(a => a.EvaluatorId).Select(g => new { g.Key, Open = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Open, cancel);
        var conflictOf = await conflicts.OfCaseAsync(found, cancel);
        return [.. people
            .Where(person => found.AssignmentOf(person.Id) is null)
            .Select(person => Weigh(found, lines, person, profiles.GetValueOrDefault(person.Id), load.GetValueOrDefault(person.Id), conflictOf(person)))
            .OrderBy(s => s.Conflict is not null).ThenByDescending(s => s.Weight).ThenBy(s => s.Person.Name, StringComparer.CurrentCulture)];
    }

    private EvaluatorSuggestion Weigh(Case found, IReadOnlyList<string> lines, StaffMember person, EvaluatorProfile? profile, int open, Conflict? conflict)
    {
        var reasons = new List<string>();
        var weight = -open;
        var shared = lines.Intersect(profile?.LinesOfWork ?? []).Select(id => vocabularies.Find(Vocabulary.LineOfWork, id)?.Label() ?? id).ToArray();
        if (shared.Length > 0)
        {
            weight += 3 * shared.Length;
            reasons.Add(texts["reason.works-in", string.Join(", ", shared)]);
        }
        var themes = Terms.Shared(vocabularies, profile?.Themes ?? [], found.Themes);
        if (themes.Count > 0)
        {
            weight += 2 * themes.Count;
            reasons.Add(texts["reason.knows", string.Join(", ", themes)]);
        }
        if (person.Language == found.Language)
        {
            weight += 1;
            reasons.Add(texts["reason.reads-language"]);
        }
        if (found.Assignments.Any(a => a.SuggestedColleagueId == person.Id))
        {
            weight += 4;
            reasons.Add(texts["reason.colleague-named"]);
        }
        reasons.Add(open == 0 ? texts["reason.nothing-open"] : texts["reason.open", open]);
        return new(person, weight, reasons, conflict is null ? null : texts[conflict.Code, conflict.Arguments].Value);
    }
}

public sealed record EvaluatorSuggestion(StaffMember Person, int Weight, IReadOnlyList<string> Reasons, string? Conflict);
