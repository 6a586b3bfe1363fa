using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Outreach.Answers;

/// <summary>The party answers an offer from the page behind its mailed link; the secret in the link is its right to do so.</summary>
public sealed record AnswerOffer(string Token, string Answer, string? Reason = null, DateOnly? PreferredDate = null, string? DisplayAs = null, string? Pseudonym = null);

internal sealed class AnswerOfferHandler(OutreachDb db, TimeProvider clock) : ICommandHandler<AnswerOffer>
{
    public async Task<Result> Handle(AnswerOffer command, CancellationToken cancel)
    {
        var hash = Offer.HashOf(command.Token);
        if (await db.Offers.SingleOrDefaultAsync(o => o.TokenHash == hash, cancel) is not { } offer) return Result.NotFound();
        if (!offer.IsOpen) return Result.Refused("outreach.already-answered");
        var recipient = await db.Recipients.FindAsync([offer.PartyId], cancel);
        if (recipient is null) return Result.NotFound();

        var now = clock.GetUtcNow();
        var errors = Check(command, offer.IsGroup, recipient.EntityName, DateOnly.FromDateTime(now.UtcDateTime)).ToList();
        if (errors.Count > 0) return Result.Invalid(errors);

        var isJoining = command.Answer == OfferAnswer.Accepted && offer.IsGroup;
        offer.Take(
            command.Answer, Trimmed(command.Reason), command.Answer == OfferAnswer.OtherDate ? command.PreferredDate : null,
            isJoining ? command.DisplayAs! : "name", isJoining && command.DisplayAs == "pseudonym" ? Trimmed(command.Pseudonym) : null, now);
        db.Publish(new OfferAnswered(
            offer.DecisionId, offer.CaseId, offer.PartyId, offer.Action, offer.GroupId, command.Answer, offer.AnswerReason, offer.PreferredDate,
            offer.DisplayAs!, offer.Pseudonym, recipient.Name, recipient.EntityName, now));
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }

    private static IEnumerable<FieldError> Check(AnswerOffer command, bool isGroup, string? entityName, DateOnly today)
    {
        if (command.Answer is not (OfferAnswer.Accepted or OfferAnswer.OtherDate or OfferAnswer.Declined)) yield return new(nameof(command.Answer), FieldErrors.Required);
        if (command.Reason is { Length: > 2000 }) yield return new(nameof(command.Reason), FieldErrors.TooLong, 2000);
        if (command.Answer == OfferAnswer.OtherDate)
        {
            if (command.PreferredDate is null) yield return new(nameof(command.PreferredDate), FieldErrors.Required);
            else if (command.PreferredDate < today) yield return new(nameof(command.PreferredDate), "outreach.date-in-the-past");
        }

        if (command.Answer != OfferAnswer.Accepted || !isGroup) yield break;
        if (command.DisplayAs is not ("name" or "entity" or "pseudonym")) yield return new(nameof(command.DisplayAs), FieldErrors.Required);
        if (command.DisplayAs == "entity" && entityName is null) yield return new(nameof(command.DisplayAs), "outreach.no-entity");
        if (command.DisplayAs == "pseudonym" && string.IsNullOrWhiteSpace(command.Pseudonym)) yield return new(nameof(command.Pseudonym), FieldErrors.Required);
        if (command.Pseudonym is { Length: > 60 }) yield return new(nameof(command.Pseudonym), FieldErrors.TooLong, 60);
    }

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
