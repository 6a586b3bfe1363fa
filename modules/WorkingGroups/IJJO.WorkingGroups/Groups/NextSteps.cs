using IJJO.WorkingGroups.Members;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Something in a group that waits for who leads it.</summary>
/// <param name="Group">The group.</param>
/// <param name="Kind">The key of its texts: <c>step.{kind}</c> says what, <c>step.{kind}.do</c> is the button.</param>
/// <param name="Path">Where it is done.</param>
/// <param name="Due">Until when.</param>
/// <param name="About">Whom or what it is about.</param>
public sealed record NextStep(Group Group, string Kind, string Path, DateTimeOffset? Due = null, string About = "");

/// <summary>Finds what is stuck in groups, each with the next step.</summary>
internal sealed class NextSteps(WorkingGroupsDb db, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(30), ToAnswer = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<NextStep>> OfAsync(IQueryable<Group> groups, string language, CancellationToken cancel)
    {
        var open = await groups.AsNoTracking().AsSplitQuery().Where(g => g.State != GroupState.Closed || db.Members.Any(m => m.GroupId == g.Id && m.State == MemberState.Requested))
            .Include(g => g.Charter).Include(g => g.Milestones).ToListAsync(cancel);
        var ids = open.Select(group => group.Id).ToArray();
        var requests = await db.Members.AsNoTracking().Where(m => ids.Contains(m.GroupId) && m.State == MemberState.Requested).ToListAsync(cancel);
        var convened = await db.Members.Where(m => ids.Contains(m.GroupId) && m.State == MemberState.Active && m.Role == MemberRole.Convener)
            .Select(m => m.GroupId).Distinct().ToListAsync(cancel);
        var outputs = await db.Outputs.AsNoTracking().Where(o => ids.Contains(o.GroupId) && o.OfferedAt == null).ToListAsync(cancel);
        var lastPosts = await db.Threads.Where(t => ids.Contains(t.GroupId)).GroupBy(t => t.GroupId)
            .Select(threads => new { threads.Key, At = threads.Max(t => t.LastPostAt) }).ToDictionaryAsync(row => row.Key, row => row.At, cancel);

        var now = clock.GetUtcNow();
        return [.. open
            .SelectMany(group => InLife(group, convened.Contains(group.Id), lastPosts.GetValueOrDefault(group.Id), language, now)
                .Concat(requests.Where(m => m.GroupId == group.Id).Select(m => new NextStep(group, "request", Page(group) + "#requests", m.RequestedAt + ToAnswer, m.DisplayName)))
                .Concat(outputs.Where(o => o.GroupId == group.Id).Select(o => new NextStep(group, "offer", $"/{language}/groups/{group.Slug}/outputs/{o.Id}", null, o.Title))))
            .OrderBy(step => step.Due ?? DateTimeOffset.MaxValue)];
    }

    private static IEnumerable<NextStep> InLife(Group group, bool hasConvener, DateTimeOffset lastPost, string language, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        var page = Page(group);
        if (group.State == GroupState.Proposed) yield return new(group, group.Charter.Count == 0 ? "write-charter" : "charter", page + (group.Charter.Count == 0 ? "#charter" : "#life"));
        else if (group is { DraftCharter: not null, IsClosed: false }) yield return new(group, "approve-charter", page + "#charter");
        if (group.TakesMembers && group.ConvenerStaffId is null && !hasConvener) yield return new(group, "convener", page + "#members");
        if (group.State == GroupState.Chartered) yield return new(group, "activate", page + "#life");
        if (group.TakesMembers && group.Sunset is { } sunset && sunset <= today.AddDays(SunsetRule.SoonInDays)) yield return new(group, "sunset", page + "#life", Midnight(sunset));
        if (group.State != GroupState.Active) yield break;

        foreach (var late in group.Milestones.Where(milestone => milestone.IsLate(today)))
        {
            yield return new(group, "milestone", page + "#milestones", Midnight(late.Due), late.Title.In(language));
        }
        if ((lastPost == default ? group.ActiveAt : lastPost) < now - Quiet) yield return new(group, "quiet", $"/{language}/groups/{group.Slug}/discussion");
    }

    private static string Page(Group group) => $"/staff/working-groups/groups/{group.Id}";

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
