using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Hands a draft to those who publish.</summary>
public sealed record SubmitForReview(Guid AdvanceId);

internal sealed class SubmitForReviewHandler(KnowledgeFeedDb db, ICurrentUser user) : ICommandHandler<SubmitForReview>
{
    public async Task<Result> Handle(SubmitForReview command, CancellationToken cancel)
    {
        if (!user.Has(KnowledgeFeedPermissions.Edit)) return Result.Forbidden();
        var advance = await db.Advances.Include(a => a.Versions).FirstOrDefaultAsync(a => a.Id == command.AdvanceId, cancel);
        if (advance is null) return Result.NotFound();
        if (!advance.CanBeSubmitted) return Result.Refused("knowledge-feed.not-a-draft");
        if (!advance.IsReadable) return Result.Refused("knowledge-feed.nothing-to-read");

        advance.Submit();
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
