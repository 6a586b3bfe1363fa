using IJJO.Platform;
using IJJO.Submissions.Proposals;

namespace IJJO.Submissions.Follow;

[EventName("outreach.offer-answered.v1")]
internal sealed record OfferAnswered(Guid CaseId, string Answer);

/// <summary>The party has accepted or declined what it was offered.</summary>
internal sealed class WhenOfferAnswered(SubmissionsDb db, TimeProvider clock) : IHandle<OfferAnswered>
{
    public async Task HandleAsync(OfferAnswered e, CancellationToken cancel)
    {
        // Another date keeps the offer open.
        if (e.Answer is not ("accepted" or "declined")) return;
        var proposal = await db.Proposals.FindAsync([e.CaseId], cancel);
        proposal?.Answer(accepts: e.Answer == "accepted", clock.GetUtcNow());
    }
}
