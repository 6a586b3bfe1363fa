using IJJO.KnowledgeFeed.Contracts;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Publishes what is in review, now or at a time. Two pairs of eyes: not by the person who wrote it, unless the site allows that.</summary>
public sealed record Publish(Guid AdvanceId, DateTimeOffset? At = null);

/// <summary>The site's rules for publishing: section <c>KnowledgeFeed</c> of the configuration.</summary>
internal sealed class PublishingOptions
{
    internal const string Section = "KnowledgeFeed";

    /// <summary>Whether a person may publish what the same person wrote, for a staff of one.</summary>
    public bool WriterMayPublish { get; set; }
}

internal sealed class PublishHandler(KnowledgeFeedDb db, ICurrentUser user, IOptionsSnapshot<PublishingOptions> options, IJobs jobs, TimeProvider clock) : ICommandHandler<Publish>
{
    public async Task<Result> Handle(Publish command, CancellationToken cancel)
    {
        if (!user.Has(KnowledgeFeedPermissions.Publish)) return Result.Forbidden();
        var advance = await db.Advances.Include(a => a.Versions).FirstOrDefaultAsync(a => a.Id == command.AdvanceId, cancel);
        if (advance is null) return Result.NotFound();
        if (!advance.CanBePublished) return Result.Refused("knowledge-feed.not-in-review");
        if (!advance.IsReadable) return Result.Refused("knowledge-feed.nothing-to-read");
        if (advance.CreatedById is { } writer && writer == user.StaffId && !options.Value.WriterMayPublish) return Result.Refused("knowledge-feed.four-eyes");

        if (command.At is { } at && at > clock.GetUtcNow())
        {
            advance.Schedule(at.ToUniversalTime(), user.Name);
            await db.SaveChangesAsync(cancel);
            jobs.Schedule<PublishScheduled>(at);
            return Result.Ok();
        }

        db.PublishNow(advance, user.Name, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}

internal static class Publication
{
    /// <summary>Puts an advance on the feed and tells the other modules, in the next save.</summary>
    internal static void PublishNow(this KnowledgeFeedDb db, Advance advance, string by, DateTimeOffset now)
    {
        advance.Publish(now, by);
        db.Publish(new AdvancePublished(advance.Id, advance.Slug, advance.In(advance.OriginalLanguage).Title, advance.GroupId, advance.CaseIds));
    }
}
