using IJJO.Outreach.Messages;
using IJJO.Outreach.Suppressions;
using IJJO.Outreach.Transport;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Deliveries;

/// <summary>Writes how an attempt ended, together with all that follows from it, in one transaction.</summary>
internal sealed class Settlement(OutreachDb db, Ledger ledger, TimeProvider clock)
{
    internal async Task WriteAsync(Claim claim, SmtpVerdict verdict, CancellationToken cancel)
    {
        var retry = verdict.State == DeliveryState.Deferred ? RetrySchedule.After(claim.Attempts, claim.DueAt, clock.GetUtcNow()) : null;
        if (verdict.State == DeliveryState.Deferred && retry is null)
        {
            verdict = new(DeliveryState.Rejected, $"Given up after {RetrySchedule.GiveUpAfter.TotalDays:0} days. {verdict.Note}");
        }

        // When nobody knows whether a confirmation arrived, its recipient rather gets it twice than not at all.
        var isSentAgain = verdict.State == DeliveryState.Ambiguous && claim.Class == MailClass.Confirmation;

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await ledger.SettleAsync(claim, verdict.State, Short(verdict.Note), retry, cancel)) return;
        if (isSentAgain) await ledger.ResendAsync(claim.Id, "the platform", cancel);
        if (verdict.AddressIsDead) await SuppressAsync(claim, verdict.Note, cancel);
        await TellAsync(claim, verdict, cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Tells the message and the other modules.</summary>
    internal async Task TellAsync(Claim claim, SmtpVerdict verdict, CancellationToken cancel)
    {
        var message = claim.MessageId is null ? null : await db.Messages.SingleOrDefaultAsync(m => m.Id == claim.MessageId, cancel);
        switch (verdict.State)
        {
            case DeliveryState.Accepted:
                message?.MarkSent(clock.GetUtcNow());
                if (claim.PartyId is not null || claim.CaseId is not null)
                {
                    db.Publish(new MessageSent(claim.Id, claim.MessageId, claim.CaseId, claim.PartyId, claim.Campaign, claim.Subject));
                }

                break;
            case DeliveryState.Rejected or DeliveryState.Suppressed:
                message?.MarkFailed(verdict.Note);
                db.Publish(new DeliveryFailed(claim.Id, claim.CaseId, claim.PartyId, Short(verdict.Note)!));
                break;
        }
    }

    private async Task SuppressAsync(Claim claim, string evidence, CancellationToken cancel)
    {
        if (await db.Suppressions.AnyAsync(s => s.Address == claim.Recipient && s.Scope == SuppressionScope.All, cancel)) return;
        db.Add(new Suppression
        {
            Id = Guid.CreateVersion7(), Address = claim.Recipient, Scope = SuppressionScope.All, Reason = SuppressionReason.UnknownMailbox,
            Evidence = Short(evidence), AddedAt = clock.GetUtcNow(),
        });
    }

    private static string? Short(string? text) => text is { Length: > 500 } ? text[..500] : text;
}
