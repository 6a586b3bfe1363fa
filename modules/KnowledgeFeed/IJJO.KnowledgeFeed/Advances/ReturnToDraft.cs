using IJJO.Platform;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Takes an advance back from review, or from the date it was scheduled for.</summary>
public sealed record ReturnToDraft(Guid AdvanceId);

internal sealed class ReturnToDraftHandler(KnowledgeFeedDb db, ICurrentUser user) : ICommandHandler<ReturnToDraft>
{
    public async Task<Result> Handle(ReturnToDraft command, CancellationToken cancel)
    {
        if (!user.Has(KnowledgeFeedPermissions.Publish)) return Result.Forbidden();
        if (await db.Advances.FindAsync([command.AdvanceId], cancel) is not { } advance) return Result.NotFound();
        if (!advance.CanBeReturned) return Result.Refused("knowledge-feed.not-in-review");

        advance.Return();
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
