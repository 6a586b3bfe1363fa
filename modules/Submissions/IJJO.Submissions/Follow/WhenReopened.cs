using IJJO.Platform;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Follow;

[EventName("evaluation.reopened.v1")]
internal sealed record Reopened(Guid CaseId);

/// <summary>A decision has been taken back: the case is evaluated again.</summary>
internal sealed class WhenReopened(SubmissionsDb db, TimeProvider clock) : IHandle<Reopened>
{
    public async Task HandleAsync(Reopened e, CancellationToken cancel)
    {
        var proposal = await db.Proposals.FindAsync([e.CaseId], cancel);
        proposal?.Reopen(clock.GetUtcNow());
    }
}
