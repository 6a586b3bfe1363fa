using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Members;

/// <summary>A membership with the person behind it, for who leads the group and nobody else.</summary>
public sealed class ContactRow
{
    [Key] public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public required string GroupTitle { get; init; }
    public required string Name { get; init; }
    public string? EntityName { get; init; }
    public string? Email { get; init; }
    public string? Country { get; init; }
    public required string DisplayName { get; init; }
    public required string Role { get; init; }
    public required string State { get; init; }
    public string? Message { get; init; }
    public DateTimeOffset RequestedAt { get; init; }
    public DateTimeOffset? JoinedAt { get; init; }
    public DateOnly? TermEnds { get; init; }
    public string? EndReason { get; init; }
    public Guid? CaseId { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<ContactRow> Query(WorkingGroupsDb db, ICurrentUser user) =>
        from m in db.Members.AsNoTracking()
        join led in GroupAccess.Led(db, user) on m.GroupId equals led.Id
        join g in GroupName.Query(db, user) on m.GroupId equals g.Id
        join p in db.Parties.AsNoTracking() on m.PartyId equals p.Id
        select new ContactRow
        {
            Id = m.Id, GroupId = m.GroupId, GroupTitle = g.Title, Name = p.Name, EntityName = p.EntityName, Email = p.Email, Country = p.Country,
            DisplayName = m.DisplayName,
            Role = m.Role == MemberRole.Convener ? "convener" : m.Role == MemberRole.Secretary ? "secretary" : m.Role == MemberRole.Observer ? "observer" : "member",
            State = m.State == MemberState.Active ? "active" : m.State == MemberState.Requested ? "requested" : m.State == MemberState.Left ? "left"
                : m.State == MemberState.Removed ? "removed" : "declined",
            Message = m.Message, RequestedAt = m.RequestedAt, JoinedAt = m.JoinedAt, TermEnds = m.TermEnds, EndReason = m.EndReason, CaseId = m.CaseId,
            Version = m.Version,
        };

    internal static void Describe(Board<ContactRow> board) => board
        .Title(m => m.Name, m => m.GroupTitle)
        .Columns(m => m.Name, m => m.EntityName, m => m.Email, m => m.DisplayName, m => m.GroupTitle, m => m.Role, m => m.State, m => m.JoinedAt)
        .Search(m => m.Name, m => m.EntityName, m => m.Email, m => m.DisplayName)
        .Filters(m => m.Role, m => m.State, m => m.Country)
        .OrderBy("Name")
        .Vocabulary(m => m.Country, Vocabulary.Country)
        .State(m => m.Role)
        .State(m => m.State)
        .LongText(m => m.Message, m => m.EndReason)
        .Case(m => m.CaseId)
        .View("active", "State eq 'active'")
        .View("requested", "State eq 'requested'")
        .Action<ApproveRequest>("approve", WorkingGroupsPermissions.Convene, c => c.MemberId, "State eq 'requested'", bulk: true)
        .Action<DeclineRequest>("decline", WorkingGroupsPermissions.Convene, c => c.MemberId, "State eq 'requested'")
        .Action<SetRole>("set-role", WorkingGroupsPermissions.Convene, c => c.MemberId, "State eq 'active'")
        .Action<RemoveMember>("remove", WorkingGroupsPermissions.Convene, c => c.MemberId, "State eq 'active'");
}
