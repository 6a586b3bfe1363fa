using System.ComponentModel.DataAnnotations;
using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Takes an advance off the feed for good. Its address keeps answering, with the reason; one that was never public leaves nothing behind.</summary>
public sealed record Withdraw(Guid AdvanceId, [property: MaxLength(1000)] string Reason);

internal sealed class WithdrawHandler(KnowledgeFeedDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<Withdraw>
{
    public async Task<Result> Handle(Withdraw command, CancellationToken cancel)
    {
        if (!user.Has(KnowledgeFeedPermissions.Publish)) return Result.Forbidden();
        if (string.IsNullOrWhiteSpace(command.Reason)) return Result.Invalid(new FieldError(nameof(command.Reason), FieldErrors.Required));
        if (await db.Advances.FindAsync([command.AdvanceId], cancel) is not { } advance) return Result.NotFound();
        if (advance.IsWithdrawn) return Result.Refused("knowledge-feed.withdrawn");

        advance.Withdraw(command.Reason, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
