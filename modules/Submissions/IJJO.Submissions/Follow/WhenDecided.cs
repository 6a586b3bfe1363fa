using IJJO.Platform;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Follow;

[EventName("evaluation.decided.v1")]
internal sealed record Decided(Guid CaseId, string Outcome);

/// <summary>The case has been decided; the answer has yet to be sent.</summary>
internal sealed class WhenDecided(SubmissionsDb db, TimeProvider clock) : IHandle<Decided>
{
    public async Task HandleAsync(Decided e, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([e.CaseId], cancel);
        proposal?.Decide(e.Outcome, clock.GetUtcNow());
    }
}
