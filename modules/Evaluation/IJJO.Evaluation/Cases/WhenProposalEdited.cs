using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

[EventName("submissions.proposal-edited.v1")]
internal sealed record ProposalEdited : ProposalSent;

internal sealed class WhenProposalEdited(EvaluationDb db, TimeProvider clock) : IHandle<ProposalEdited>
{
    public async Task HandleAsync(ProposalEdited e, CancellationToken cancel)
    {
        if (await db.Cases.FindAsync([e.CaseId], cancel) is not { } found)
        {
            db.Add(e.ToCase());
            return;
        }
        e.CopyTo(found);
        found.Edited(clock.GetUtcNow());
    }
}
