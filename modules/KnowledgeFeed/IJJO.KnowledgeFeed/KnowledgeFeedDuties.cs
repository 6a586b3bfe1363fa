using IJJO.KnowledgeFeed.Advances;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace IJJO.KnowledgeFeed;

/// <summary>Reviews for those who publish, and drafts of groups for those who edit.</summary>
internal sealed class KnowledgeFeedDuties(KnowledgeFeedDb db, IStringLocalizer<Text> texts) : IDuties
{
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
            .. waiting.Select(a => new Duty(
                a.In(user.Language).Title, texts[a.State == AdvanceState.InReview ? "duty.review" : "duty.finish"], $"/staff/knowledge-feed/advances/{a.Id}", null)),
        ];
    }
}
