using IJJO.Platform;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Follow;

[EventName("outreach.message-sent.v1")]
internal sealed record MessageSent(Guid? MessageId, Guid? CaseId);

/// <summary>The answer has been sent to the party.</summary>
internal sealed class WhenMessageSent(SubmissionsDb db, TimeProvider clock) : IHandle<MessageSent>
{
    public async Task HandleAsync(MessageSent e, CancellationToken cancel)
    {
        // Receipts and reminders belong to no message; only a written answer counts as contact.
        if (e is not { MessageId: not null, CaseId: { } caseId }) return;
        var proposal = await db.Proposals.FindAsync([caseId], cancel);
        if (proposal?.State == ProposalState.Decided) proposal.Reach(ProposalState.Contacted, clock.GetUtcNow());
    }
}
