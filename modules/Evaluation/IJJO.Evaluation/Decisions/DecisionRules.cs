using IJJO.Evaluation.Groups;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Decisions;

/// <summary>What a decision must say: an outcome, reasons, and with an offer which action and, for a group, which one.</summary>
internal sealed class DecisionRules(EvaluationDb db, IVocabularies vocabularies)
{
    public const int ReasonLimit = 4000;

    public async Task<(List<FieldError> Errors, Group? Group)> CheckAsync(Decide command, CancellationToken cancel)
    {
        var errors = new List<FieldError>();
        if (!Outcome.All.Contains(command.Outcome)) errors.Add(new(nameof(command.Outcome), FieldErrors.Choice));
        if (string.IsNullOrWhiteSpace(command.Reason)) errors.Add(new(nameof(command.Reason), "evaluation.reason-needed"));
        else if (command.Reason.Length > ReasonLimit) errors.Add(new(nameof(command.Reason), FieldErrors.TooLong, ReasonLimit));
        if (command.Outcome != Outcome.ActionOffered) return (errors, null);

        if (string.IsNullOrEmpty(command.Action)) errors.Add(new(nameof(command.Action), "evaluation.action-needed"));
        else if (!IsOffer(command.Action)) errors.Add(new(nameof(command.Action), FieldErrors.Choice));
        if (command.Action != Outcome.JoinGroup) return (errors, null);

        var group = command.GroupId is { } id ? await db.Groups.FirstOrDefaultAsync(g => g.Id == id, cancel) : null;
        if (group is not { IsOpen: true }) errors.Add(new(nameof(command.GroupId), "evaluation.group-needed"));
        return (errors, group);
    }

    /// <summary>The actions that can be offered, in the vocabulary's order.</summary>
    public IReadOnlyList<Term> Offers() => [.. vocabularies.Terms(Vocabulary.Action).Where(term => term.Attribute("kind") != "none")];

    public string ActionOf(Decide command) => command.Outcome == Outcome.ActionOffered ? command.Action! : Outcome.ActionOf(command.Outcome);

    private bool IsOffer(string action) => Offers().Any(term => term.Id == action);
}
