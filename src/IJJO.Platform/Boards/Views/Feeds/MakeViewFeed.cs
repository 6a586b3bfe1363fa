using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Makes the address of a view's feed for oneself; an earlier one of the same view ends.</summary>
internal sealed record MakeViewFeed(string Module, string Set, string View);

/// <summary>The result's value is the address: it is shown now and never again.</summary>
internal sealed class MakeViewFeedHandler(PlatformDb db, FoundViews views, ViewRules rules, ICurrentUser user, ISite site, TimeProvider clock) : ICommandHandler<MakeViewFeed>
{
    // Lets secret scanners and people recognise one that leaked.
    private const string Prefix = "ijjof_";

    public async Task<Result> Handle(MakeViewFeed command, CancellationToken cancel)
    {
        if (user.StaffId is not { } me || !user.Has(PlatformPermissions.SaveViews)) return Result.Forbidden();
        if (rules.Readable(command.Module, command.Set) is not { } set || await views.FindAsync(set, command.View, cancel) is not { } view) return Result.NotFound();
        if (!view.Fits) return Result.Refused("view.unfit");

        var secret = Secret.New(Prefix);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.ViewFeeds.Where(feed => feed.AccountId == me && feed.Module == set.Module && feed.Set == set.Name && feed.View == view.Key).ExecuteDeleteAsync(cancel);
        db.ViewFeeds.Add(new ViewFeed { AccountId = me, Module = set.Module, Set = set.Name, View = view.Key, Hash = Secret.Hash(secret), MadeAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok(site.Address(ViewFeedEndpoint.Path + secret));
    }
}

/// <summary>Ends one of one's own feeds.</summary>
internal sealed record RevokeViewFeed(Guid FeedId);

internal sealed class RevokeViewFeedHandler(PlatformDb db, ICurrentUser user) : ICommandHandler<RevokeViewFeed>
{
    public async Task<Result> Handle(RevokeViewFeed command, CancellationToken cancel) =>
        await db.ViewFeeds.Where(feed => feed.Id == command.FeedId && feed.AccountId == user.StaffId).ExecuteDeleteAsync(cancel) == 0 ? Result.NotFound() : Result.Ok();
}
