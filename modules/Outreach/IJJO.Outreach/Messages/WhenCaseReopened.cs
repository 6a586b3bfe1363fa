using IJJO.Outreach.Deliveries;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Messages;

/// <summary>A decision no longer stands.</summary>
[EventName("evaluation.reopened.v1")]
internal sealed record CaseReopened(Guid DecisionId);

/// <summary>What has not left is called back, and an offer that is still open can no longer be answered.</summary>
internal sealed class WhenCaseReopened(OutreachDb db, Ledger ledger) : IHandle<CaseReopened>
{
    public async Task HandleAsync(CaseReopened e, CancellationToken cancel)
    {
        if (await db.Offers.FindAsync([e.DecisionId], cancel) is { IsOpen: true } offer) offer.Withdraw();
        if (await db.Messages.SingleOrDefaultAsync(m => m.DecisionId == e.DecisionId, cancel) is not { CanBeCancelled: true } message) return;
        if (message.DeliveryId is not { } delivery || await ledger.CancelAsync(delivery, cancel)) message.Cancel();
    }
}
