using IJJO.Platform;

namespace IJJO.Evaluation.Cases;

[EventName("submissions.proposal-submitted.v1")]
internal sealed record ProposalSubmitted : ProposalSent;

/// <summary>A confirmed proposal becomes a case that waits for evaluators.</summary>
internal sealed class WhenProposalSubmitted(EvaluationDb db) : IHandle<ProposalSubmitted>
{
    public async Task HandleAsync(ProposalSubmitted e, CancellationToken cancel)
    {
        // An edit may have overtaken it, and is newer.
        if (await db.Cases.FindAsync([e.CaseId], cancel) is null) db.Add(e.ToCase());
    }
}
