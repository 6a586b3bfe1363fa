using IJJO.Platform;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Follow;

[EventName("working-groups.member-joined.v1")]
internal sealed record MemberJoined(Guid? CaseId);

/// <summary>The party is a member of a group: the collaboration is under way.</summary>
internal sealed class WhenMemberJoined(SubmissionsDb db, TimeProvider clock) : IHandle<MemberJoined>
{
    public async Task HandleAsync(MemberJoined e, CancellationToken cancel)
    {
        if (e.CaseId is not { } caseId) return;
        var proposal = await db.Proposals.FindAsync([caseId], cancel);
        proposal?.Reach(ProposalState.InAction, clock.GetUtcNow());
    }
}
