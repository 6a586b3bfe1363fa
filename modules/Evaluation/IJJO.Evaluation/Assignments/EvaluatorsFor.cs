using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>Who could evaluate a case, best first: what the page of the case suggests, for other clients.</summary>
public sealed record EvaluatorsFor(Guid CaseId, IReadOnlyList<string>? LinesOfWork = null);

public sealed record SuggestedEvaluator(Guid EvaluatorId, string Name, int Weight, IReadOnlyList<string> Reasons, string? Conflict);

internal sealed class EvaluatorsForHandler(EvaluationDb db, SuggestEvaluators evaluators, SuggestLines lines) : IQueryHandler<EvaluatorsFor, IReadOnlyList<SuggestedEvaluator>>
{
    public async Task<IReadOnlyList<SuggestedEvaluator>> Handle(EvaluatorsFor query, CancellationToken cancel)
    {
        var found = await db.Cases.AsNoTracking().Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == query.CaseId, cancel);
        if (found is not { IsOpen: true }) return [];
        var suggested = await evaluators.ForAsync(found, query.LinesOfWork ?? await lines.DefaultAsync(found, cancel), cancel);
        return [.. suggested.Select(s => new SuggestedEvaluator(s.Person.Id, s.Person.Name, s.Weight, s.Reasons, s.Conflict))];
    }
}
