using System.ComponentModel.DataAnnotations;
using IJJO.Outreach.Deliveries;
using IJJO.Outreach.Templates;
using IJJO.Platform;

namespace IJJO.Outreach.Messages;

/// <summary>Another text for a draft.</summary>
public sealed record EditMessage(Guid MessageId, [property: MaxLength(200)] string Subject, [property: MaxLength(20_000)] string Body, uint? Version = null);

internal sealed class EditMessageHandler(OutreachDb db, ICurrentUser user) : ICommandHandler<EditMessage>
{
    public async Task<Result> Handle(EditMessage command, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([command.MessageId], cancel) is not { } message) return Result.NotFound();
        db.Expect(message, command.Version);
        if (!message.CanBeEdited) return Result.Refused("outreach.not-a-draft");

        var subject = OneLine.Of(command.Subject, 200);
        if (subject.Length == 0) return Result.Invalid(new FieldError(nameof(command.Subject), FieldErrors.Required));
        if (string.IsNullOrWhiteSpace(command.Body)) return Result.Invalid(new FieldError(nameof(command.Body), FieldErrors.Required));
        if (command.Body.Length > 20_000) return Result.Invalid(new FieldError(nameof(command.Body), FieldErrors.TooLong, 20_000));

        message.Edit(subject, command.Body.ReplaceLineEndings("\n").Trim() + "\n", user.StaffId, user.Name);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}

/// <summary>The draft takes the template's present text; what was edited is lost.</summary>
public sealed record RenderMessageAgain(Guid MessageId, uint? Version = null);

internal sealed class RenderMessageAgainHandler(OutreachDb db, DraftText draft) : ICommandHandler<RenderMessageAgain>
{
    public async Task<Result> Handle(RenderMessageAgain command, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([command.MessageId], cancel) is not { } message) return Result.NotFound();
        db.Expect(message, command.Version);
        if (!message.CanBeEdited) return Result.Refused("outreach.not-a-draft");
        draft.Fill(message);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}

/// <summary>The message is not to be sent. A scheduled one is called back while no host has taken it.</summary>
public sealed record CancelMessage(Guid MessageId, uint? Version = null);

internal sealed class CancelMessageHandler(OutreachDb db, Ledger ledger) : ICommandHandler<CancelMessage>
{
    public async Task<Result> Handle(CancelMessage command, CancellationToken cancel)
    {
        if (await db.Messages.FindAsync([command.MessageId], cancel) is not { } message) return Result.NotFound();
        db.Expect(message, command.Version);
        if (!message.CanBeCancelled) return Result.Refused("outreach.cannot-be-cancelled");

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (message.DeliveryId is { } delivery && !await ledger.CancelAsync(delivery, cancel)) return Result.Refused("outreach.already-leaving");
        message.Cancel();
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok();
    }
}
