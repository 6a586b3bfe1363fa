using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Cases;

/// <summary>Takes a person out of the module: texts, names, messages and comments go; states, scores and dates stay for the statistics.</summary>
internal sealed class ErasePerson(EvaluationDb db)
{
    public async Task<IReadOnlyDictionary<string, int>> OfPartyAsync(Guid partyId, CancellationToken cancel)
    {
        var cases = await db.Cases.Include(c => c.Assignments).Where(c => c.PartyId == partyId).ToListAsync(cancel);
        var ids = cases.Select(c => c.Id).ToArray();
        foreach (var found in cases) found.Erase();

        var assessments = await db.Assessments.Where(a => ids.Contains(a.CaseId)).ToListAsync(cancel);
        foreach (var assessment in assessments) assessment.Comment = assessment.MessageForParty = null;

        var decisions = await db.Decisions.Where(d => d.PartyId == partyId).ToListAsync(cancel);
        foreach (var decision in decisions) decision.Reason = "";

        var conflicts = await db.Conflicts.Where(c => ids.Contains(c.CaseId)).ToListAsync(cancel);
        db.RemoveRange(conflicts);
        var senders = await db.Senders.Where(s => s.Id == partyId).ToListAsync(cancel);
        db.RemoveRange(senders);
        return new Dictionary<string, int>
        {
            ["cases"] = cases.Count, ["assessments"] = assessments.Count, ["decisions"] = decisions.Count, ["conflicts"] = conflicts.Count,
            ["senders"] = senders.Count,
        };
    }
}
