using IJJO.Platform;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Follow;

[EventName("evaluation.case-assigned.v1")]
internal sealed record CaseAssigned(Guid CaseId);

/// <summary>An evaluator has been given the case: from now on the sender cannot change the text.</summary>
internal sealed class WhenCaseAssigned(SubmissionsDb db, TimeProvider clock) : IHandle<CaseAssigned>
{
    public async Task HandleAsync(CaseAssigned e, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([e.CaseId], cancel);
        proposal?.Reach(ProposalState.InEvaluation, clock.GetUtcNow());
    }
}
