using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.KnowledgeFeed;

/// <summary>Reviews for those who publish, and drafts of groups for those who edit.</summary>
internal sealed class KnowledgeFeedDuties(KnowledgeFeedDb db, IStringLocalizer<Text> texts) : IDuties
{
    // What waits for a second person is older news with every day; a draft may take its time.
    private static readonly TimeSpan ToReview = TimeSpan.FromDays(7), ToFinish = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<Duty>> ForAsync(ICurrentUser user, CancellationToken cancel)
    {
        var publishes = user.Has(KnowledgeFeedPermissions.Publish);
        if (!publishes && !user.Has(KnowledgeFeedPermissions.Edit)) return [];
        var waiting = await db.Advances.AsNoTracking().Include(a => a.Versions)
            .Where(a => (publishes && a.State == AdvanceState.InReview && a.CreatedById != user.StaffId)
                || (a.State == AdvanceState.Draft && (a.CreatedById == null || a.CreatedById == user.StaffId)))
            .OrderByDescending(a => a.State).ThenBy(a => a.CreatedAt).Take(50).ToListAsync(cancel);
        return
        [
            .. waiting.Select(a => a.State == AdvanceState.InReview ? Of(a, "duty.review", a.ChangedAt + ToReview) : Of(a, "duty.finish", a.CreatedAt + ToFinish)).OrderBy(duty => duty.Due),
        ];

        Duty Of(Advance advance, string step, DateTimeOffset due) =>
            new(advance.In(user.Language).Title, texts[step], $"/staff/knowledge-feed/advances/{advance.Id}", due);
    }
}
