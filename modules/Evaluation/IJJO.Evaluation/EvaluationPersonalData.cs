using IJJO.Evaluation.Assessments;
using IJJO.Evaluation.Cases;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation;

internal sealed class EvaluationPersonalData(EvaluationDb db, ErasePerson erase) : IPersonalData
{
    public async Task<IReadOnlyDictionary<string, object>> ExportAsync(Guid partyId, CancellationToken cancel)
    {
        var cases = await db.Cases.AsNoTracking().Where(c => c.PartyId == partyId).OrderBy(c => c.SubmittedAt).ToListAsync(cancel);
        var ids = cases.Select(c => c.Id).ToArray();
        var assessments = await db.Assessments.AsNoTracking().Include(a => a.Lines)
            .Where(a => ids.Contains(a.CaseId) && a.State == AssessmentState.Submitted).OrderBy(a => a.SubmittedAt).ToListAsync(cancel);
        var decisions = await db.Decisions.AsNoTracking().Where(d => d.PartyId == partyId).OrderBy(d => d.DecidedAt).ToListAsync(cancel);
        var domain = await db.Senders.Where(s => s.Id == partyId).Select(s => s.MailDomain).FirstOrDefaultAsync(cancel);
        return new Dictionary<string, object>
        {
            ["cases"] = cases.Select(c => new
            {
                c.Reference, c.State, c.SenderName, c.EntityName, c.Kind, c.OrganisationType, c.Profession, c.Country, c.Language, c.Themes, c.LinesOfWork,
                c.Texts.Proposal, c.Texts.Interests, c.Texts.Specialisation, c.SubmittedAt, c.DecidedAt, MailDomain = domain,
            }).ToArray(),
            // What was said about a person is theirs to read; who said it is the evaluator's.
            ["assessments"] = assessments.Select(a => new
            {
                a.SubmittedAt, a.Comment, a.MessageForParty,
                Lines = a.Lines.Select(l => new { l.LineOfWork, l.ProposalScore, l.ProfileScore, l.Total, l.Scores, l.Flags }).ToArray(),
            }).ToArray(),
            ["decisions"] = decisions.Select(d => new { d.Reference, d.Outcome, d.Action, d.GroupTitle, d.Reason, d.State, d.DecidedAt, d.AppliedAt }).ToArray(),
        };
    }

    public async Task<IReadOnlyDictionary<string, int>> EraseAsync(Guid partyId, CancellationToken cancel)
    {
        var erased = await erase.OfPartyAsync(partyId, cancel);
        await db.SaveChangesAsync(cancel);
        return erased;
    }
}
