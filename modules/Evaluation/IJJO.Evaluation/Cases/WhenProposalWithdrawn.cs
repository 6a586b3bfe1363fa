using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Evaluation.Cases;

[EventName("submissions.proposal-withdrawn.v1")]
internal sealed record ProposalWithdrawn(Guid CaseId);

/// <summary>Nobody goes on scoring what the sender has taken back.</summary>
internal sealed class WhenProposalWithdrawn(EvaluationDb db) : IHandle<ProposalWithdrawn>
{
    public async Task HandleAsync(ProposalWithdrawn e, CancellationToken cancel)
    {
        var found = await db.Cases.Include(c => c.Assignments).FirstOrDefaultAsync(c => c.Id == e.CaseId, cancel);
        if (found is { IsOpen: true }) found.Withdraw();
    }
}
