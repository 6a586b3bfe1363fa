using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>A membership by the name that the member chose. Real names are not in this model: see <see cref="ContactRow"/>.</summary>
public sealed class MemberRow
{
    [Key] public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public required string GroupTitle { get; init; }
    public required string DisplayName { get; init; }
    public required string Role { get; init; }
    public required string State { get; init; }
    public bool IsListed { get; init; }
    public DateTimeOffset? JoinedAt { get; init; }
    public DateTimeOffset? EndedAt { get; init; }
    public DateOnly? TermEnds { get; init; }

    internal static IQueryable<MemberRow> Query(WorkingGroupsDb db, ICurrentUser user) =>
        from m in db.Members.AsNoTracking()
        join g in GroupName.Query(db, user) on m.GroupId equals g.Id
        select new MemberRow
        {
            Id = m.Id, GroupId = m.GroupId, GroupTitle = g.Title, DisplayName = m.DisplayName,
            Role = m.Role == MemberRole.Convener ? "convener" : m.Role == MemberRole.Secretary ? "secretary" : m.Role == MemberRole.Observer ? "observer" : "member",
            State = m.State == MemberState.Active ? "active" : m.State == MemberState.Requested ? "requested" : m.State == MemberState.Left ? "left"
                : m.State == MemberState.Removed ? "removed" : "declined",
            IsListed = m.IsListed, JoinedAt = m.JoinedAt, EndedAt = m.EndedAt, TermEnds = m.TermEnds,
        };

    internal static void Describe(Board<MemberRow> board) => board
        .Title(m => m.DisplayName, m => m.GroupTitle)
        .Columns(m => m.DisplayName, m => m.GroupTitle, m => m.Role, m => m.State, m => m.JoinedAt, m => m.TermEnds)
        .Search(m => m.DisplayName, m => m.GroupTitle)
        .Filters(m => m.Role, m => m.State, m => m.GroupTitle, m => m.JoinedAt)
        .OrderBy("GroupTitle,DisplayName")
        .RelatedOne<GroupRow>("Group", "Groups", g => g.Id, m => m.GroupId)
        .State(m => m.Role)
        .State(m => m.State)
        .View("active", "State eq 'active'")
        .View("requested", "State eq 'requested'")
        .View("former", "State eq 'left' or State eq 'removed'")
        .Trend("joined", m => m.JoinedAt)
        .OnHome("joined");
}
