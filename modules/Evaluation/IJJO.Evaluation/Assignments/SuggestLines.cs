using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.Evaluation.Assignments;

/// <summary>A suggestion and why, in words that a person can check.</summary>
public sealed record Suggestion<T>(T Of, int Weight, IReadOnlyList<string> Reasons);

/// <summary>Which lines of work a case may fit: those that the sender named, those whose open groups share its themes, those that the texts name.</summary>
internal sealed class SuggestLines(EvaluationDb db, IVocabularies vocabularies, IStringLocalizer<Text> texts)
{
    private const int MostSuggested = 2;

    public async Task<IReadOnlyList<Suggestion<Term>>> ForAsync(Case found, CancellationToken cancel)
    {
        var groups = await db.Groups.Where(g => g.State == "chartered" || g.State == "active").ToListAsync(cancel);
        var suggestions = new List<Suggestion<Term>>();
        foreach (var line in vocabularies.Terms(Vocabulary.LineOfWork))
        {
            var reasons = new List<string>();
            var weight = 0;
            if (found.LinesOfWork.Contains(line.Id))
            {
                weight += 3;
                reasons.Add(texts["reason.sender-chose"]);
            }
            foreach (var group in groups.Where(g => g.LineOfWork == line.Id))
            {
                var shared = Terms.Shared(vocabularies, group.Themes, found.Themes);
                if (shared.Count == 0) continue;
                weight += 1;
                reasons.Add(texts["reason.group-shares", group.Label(), string.Join(", ", shared)]);
            }
            if (Names(found, line))
            {
                weight += 1;
                reasons.Add(texts["reason.text-names", line.Label()]);
            }
            if (weight > 0) suggestions.Add(new(line, weight, reasons));
        }
        return [.. suggestions.OrderByDescending(s => s.Weight)];
    }

    /// <summary>What an evaluator is asked to score against when the coordinator does not say.</summary>
    public async Task<IReadOnlyList<string>> DefaultAsync(Case found, CancellationToken cancel)
    {
        if (found.LinesOfWork.Length > 0) return found.LinesOfWork;
        var suggested = (await ForAsync(found, cancel)).Take(MostSuggested).Select(s => s.Of.Id).ToArray();
        // Every collaboration runs in a network of some kind: the line that never is wrong.
        return suggested.Length > 0 ? suggested : ["networks"];
    }

    private static bool Names(Case found, Term line)
    {
        var label = line.Label(found.Language);
        return new[] { found.Texts.Proposal, found.Texts.Interests, found.Texts.Specialisation }
            .Any(text => text?.Contains(label, StringComparison.CurrentCultureIgnoreCase) == true);
    }
}

internal static class Terms
{
    /// <summary>The labels of the themes that two lists share; a broader theme matches those below it.</summary>
    public static IReadOnlyList<string> Shared(IVocabularies vocabularies, IEnumerable<string> one, IReadOnlyCollection<string> other)
    {
        var wanted = one.ToHashSet();
        return [.. other
            .Select(id => vocabularies.Find(Vocabulary.Theme, id))
            .OfType<Term>()
            .Where(term => wanted.Contains(term.Id) || (term.Parent is { } parent && wanted.Contains(parent)))
            .Select(term => term.Label())];
    }
}
