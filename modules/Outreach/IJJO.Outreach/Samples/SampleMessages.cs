using IJJO.Outreach.Answers;
using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Messages;
using IJJO.Outreach.Templates;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Samples;

/// <summary>
/// Carries the drafts that the sample decisions have caused as far as <c>messages.json</c> says by their recipients; the others stay drafts. Nothing of it really
/// leaves: sample people have no mailboxes.
/// </summary>
internal sealed class SampleMessages(OutreachDb db, MailComposer composer, DraftText draft, IStaffDirectory staff, TimeProvider clock) : ISampleData
{
    public int Order => 30;

    public async Task SeedAsync(CancellationToken cancel)
    {
        var by = (await staff.WithPermissionAsync(OutreachPermissions.Approve, cancel)).FirstOrDefault()?.Name ?? "";
        var recipients = await db.Recipients.ToDictionaryAsync(r => r.PartyId, cancel);
        var offers = await db.Offers.ToDictionaryAsync(o => o.DecisionId, cancel);
        var drafts = await db.Messages.Where(m => m.State == MessageState.Draft).OrderBy(m => m.Reference).ToListAsync(cancel);
        var samples = SampleMessage.Read().ToDictionary(sample => sample.To);
        foreach (var message in drafts)
        {
            if (!samples.TryGetValue(message.ToName, out var sample)) continue;
            var recipient = recipients[message.PartyId];
            var isScheduled = sample.State == MessageState.Scheduled;
            var leavesAt = clock.GetUtcNow().AddDays(sample.Days);
            // Drafted by the event of the decision, which is some days older than the mail.
            if (!isScheduled) db.Entry(message).Property(m => m.CreatedAt).CurrentValue = leavesAt.AddDays(-3);
            await ApproveAsync(message, recipient, offers.GetValueOrDefault(message.DecisionId), by, leavesAt, isScheduled);
            if (isScheduled) continue;

            message.MarkSent(leavesAt);
            db.Publish(new MessageSent(message.DeliveryId!.Value, message.Id, message.CaseId, message.PartyId, message.Template, message.Subject), leavesAt);
            if (sample.Answer is { } answer && offers.TryGetValue(message.DecisionId, out var offer)) Answer(offer, recipient, answer, leavesAt.AddHours(30));
        }

        await db.SaveChangesAsync(cancel);
    }

    private async Task ApproveAsync(Message message, Recipients.Recipient recipient, Offer? offer, string by, DateTimeOffset leavesAt, bool isScheduled)
    {
        var id = Guid.CreateVersion7();
        var link = draft.PlaceholderLink(message.Language);
        var body = offer is null ? message.Body : message.Body.Replace(link, link[..(link.LastIndexOf('/') + 1)] + offer.NewToken(), StringComparison.Ordinal);
        var mail = await composer.ComposeAsync(new(id, recipient.Email, recipient.Name, message.Language, MailClass.Decision, leavesAt), message.Subject, body);
        var state = isScheduled ? DeliveryState.Queued : DeliveryState.Accepted;
        db.Add(new Delivery
        {
            Id = id, Campaign = message.Template, Recipient = recipient.Email, Step = message.DecisionId.ToString(), Class = MailClass.Decision, ToName = recipient.Name,
            Language = message.Language, Subject = message.Subject, Content = mail.Content, PartyId = message.PartyId, CaseId = message.CaseId, MessageId = message.Id,
            State = state, DueAt = leavesAt, NextTryAt = leavesAt, Attempts = isScheduled ? 0 : 1, SettledAt = isScheduled ? null : leavesAt,
        });
        db.Add(new JournalEntry { DeliveryId = id, Fence = 0, State = state, Note = "Sample" });
        message.Approve(by, id, leavesAt);
        var approvedAt = isScheduled ? clock.GetUtcNow() : leavesAt.AddMinutes(-10);
        db.Publish(new MessageApproved(message.Id, message.CaseId, message.PartyId, by, leavesAt), approvedAt);
    }

    private void Answer(Offer offer, Recipients.Recipient recipient, string answer, DateTimeOffset at)
    {
        var date = answer == OfferAnswer.OtherDate ? DateOnly.FromDateTime(at.AddDays(60).UtcDateTime) : (DateOnly?)null;
        offer.Take(answer, null, date, recipient.EntityName is null || !offer.IsGroup ? "name" : "entity", null, at);
        db.Publish(
            new OfferAnswered(offer.DecisionId, offer.CaseId, offer.PartyId, offer.Action, offer.GroupId, answer, null, date, offer.DisplayAs!, null, recipient.Name, recipient.EntityName, at), at);
    }
}
