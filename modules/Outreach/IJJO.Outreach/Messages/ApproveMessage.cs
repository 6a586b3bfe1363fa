using IJJO.Outreach.Answers;
using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Suppressions;
using IJJO.Outreach.Templates;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace IJJO.Outreach.Messages;

/// <summary>A draft may leave, now.</summary>
public sealed record ApproveMessage(Guid MessageId, uint? Version = null);

/// <summary>A draft may leave, at a time.</summary>
public sealed record ScheduleMessage(Guid MessageId, DateTimeOffset SendAt, uint? Version = null);

internal sealed class ApproveMessageHandler(Approval approval) : ICommandHandler<ApproveMessage>
{
    public Task<Result> Handle(ApproveMessage command, CancellationToken cancel) => approval.GiveAsync(command.MessageId, null, command.Version, cancel);
}

internal sealed class ScheduleMessageHandler(Approval approval, TimeProvider clock) : ICommandHandler<ScheduleMessage>
{
    public async Task<Result> Handle(ScheduleMessage command, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (command.SendAt < now.AddMinutes(-1)) return Result.Invalid(new FieldError(nameof(command.SendAt), "outreach.in-the-past"));
        if (command.SendAt > now.AddDays(365)) return Result.Invalid(new FieldError(nameof(command.SendAt), "outreach.too-far-ahead"));
        return await approval.GiveAsync(command.MessageId, command.SendAt, command.Version, cancel);
    }
}

/// <summary>The approval: the secret of the answer link, the finished message and its one delivery, in one transaction; then the bell at its time.</summary>
internal sealed class Approval(
    OutreachDb db, MailComposer composer, DraftText draft, ISite site, ICurrentUser user, IConfiguration configuration, Bell bell, TimeProvider clock)
{
    internal async Task<Result> GiveAsync(Guid messageId, DateTimeOffset? sendAt, uint? version, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([messageId], cancel) is not { } message) return Result.NotFound();
        db.Expect(message, version);
        if (!message.CanBeApproved) return Result.Refused("outreach.not-a-draft");
        if (configuration.GetValue<bool>("Outreach:FourEyes") && message.IsBy(user.StaffId, user.Name)) return Result.Refused("outreach.four-eyes");
        if (await db.Recipients.FindAsync([message.PartyId], cancel) is not { } recipient) return Result.Refused("outreach.no-recipient");

        var now = clock.GetUtcNow();
        var isSuppressed = await db.Suppressions.AnyAsync(s => s.Address == recipient.Email && s.Scope == SuppressionScope.All && (s.ExpiresAt == null || s.ExpiresAt > now), cancel);
        if (isSuppressed) return Result.Refused("outreach.address-suppressed");

        var body = message.Body;
        if (await db.Offers.FindAsync([message.DecisionId], cancel) is { } offer)
        {
            var placeholder = draft.PlaceholderLink(message.Language);
            if (!body.Contains(placeholder, StringComparison.Ordinal)) return Result.Refused("outreach.answer-link-missing", placeholder);
            body = body.Replace(placeholder, site.Address($"/{message.Language}/answer/{offer.NewToken()}").ToString(), StringComparison.Ordinal);
        }

        var leavesAt = sendAt?.ToUniversalTime() ?? now;
        var id = Guid.CreateVersion7();
        var mail = await composer.ComposeAsync(new(id, recipient.Email, recipient.Name, message.Language, MailClass.Decision, leavesAt), message.Subject, body);
        if (mail.Problem is not null) return Result.Refused("outreach.cannot-be-sent", mail.Problem);

        db.Add(new Delivery
        {
            Id = id, Campaign = message.Template, Recipient = recipient.Email, Step = message.DecisionId.ToString(), Class = MailClass.Decision,
            ToName = OneLine.Of(recipient.Name, 200), Language = message.Language, Subject = message.Subject, Content = mail.Content,
            PartyId = message.PartyId, CaseId = message.CaseId, MessageId = message.Id, State = DeliveryState.Queued, DueAt = leavesAt, NextTryAt = leavesAt,
        });
        db.Add(new JournalEntry { DeliveryId = id, Fence = 0, State = DeliveryState.Queued });
        message.Approve(user.Name, id, leavesAt);
        db.Publish(new MessageApproved(message.Id, message.CaseId, message.PartyId, user.Name, leavesAt));
        await db.SaveChangesAsync(cancel);
        bell.RingAt(leavesAt);
        return Result.Ok();
    }
}
