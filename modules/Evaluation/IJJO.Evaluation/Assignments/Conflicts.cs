using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Assignments;

/// <summary>
/// Why somebody must not judge a case: they declared it, they are the sender, they work for the sender's entity, or they share its mail domain.
/// Asked before anybody is invited and before anybody decides.
/// </summary>
internal sealed class Conflicts(EvaluationDb db)
{
    public async Task<Func<StaffMember, Conflict?>> OfCaseAsync(Case found, CancellationToken cancel)
    {
        var declared = await db.Conflicts.Where(c => c.CaseId == found.Id).ToDictionaryAsync(c => c.EvaluatorId, c => c.Reason, cancel);
        var affiliations = await db.Evaluators.Where(e => e.Affiliation != null).ToDictionaryAsync(e => e.Id, e => e.Affiliation!, cancel);
        var domain = await db.Senders.Where(s => s.Id == found.PartyId).Select(s => s.MailDomain).FirstOrDefaultAsync(cancel);
        return person =>
            declared.ContainsKey(person.Id) ? new Conflict("evaluation.conflict.declared", person.Name)
            : Same(person.Name, found.SenderName) ? new Conflict("evaluation.conflict.self", person.Name)
            : Same(affiliations.GetValueOrDefault(person.Id), found.EntityName) ? new Conflict("evaluation.conflict.entity", person.Name)
            : domain is not null && MailDomain.Of(person.Email) == domain ? new Conflict("evaluation.conflict.domain", person.Name, domain)
            : null;
    }

    private static bool Same(string? one, string? other) =>
        !string.IsNullOrWhiteSpace(one) && string.Equals(one.Trim(), other?.Trim(), StringComparison.CurrentCultureIgnoreCase);
}

/// <summary>A conflict of interest in words: a key of the module's texts and what fills it.</summary>
internal sealed record Conflict(string Code, params object[] Arguments);
