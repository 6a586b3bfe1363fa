using IJJO.Platform;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.Submissions;

/// <summary>What waits for a coordinator here: proposals in quarantine, so that no honest sender waits long.</summary>
internal sealed class SubmissionsDuties(SubmissionsDb db, IStringLocalizer<Text> texts) : IDuties
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(2);

    public async Task<IReadOnlyList<Duty>> ForAsync(ICurrentUser user, CancellationToken cancel)
    {
        if (!user.Has(SubmissionsPermissions.Edit)) return [];
        var waiting = await db.Proposals.AsNoTracking().Where(p => p.State == ProposalState.Quarantine).OrderBy(p => p.StateAt).Take(50)
            .Select(p => new { p.Id, p.Reference, p.Name, p.StateAt }).ToListAsync(cancel);
        return [.. waiting.Select(p => new Duty($"{p.Reference} · {p.Name}", texts["duty.review"], $"/staff/submissions/Proposals/{p.Id}", p.StateAt + Patience))];
    }
}
