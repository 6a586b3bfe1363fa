using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.WorkingGroups.Members;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>A group as staff see it in lists.</summary>
public sealed class GroupRow
{
    [Key] public Guid Id { get; init; }
    public required string Title { get; init; }
    public required string Slug { get; init; }
    public required string State { get; init; }
    public required string LineOfWork { get; init; }
    public required string[] Themes { get; init; }
    public Guid? ConvenerStaffId { get; init; }
    public int Members { get; init; }
    public int Requests { get; init; }
    public int OutputsNotOffered { get; init; }
    public DateOnly? Sunset { get; init; }
    public int? DaysToSunset { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ActiveAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    [RowVersion] public uint Version { get; init; }

    internal static IQueryable<GroupRow> Query(WorkingGroupsDb db, ICurrentUser user) =>
        from g in db.Groups.AsNoTracking()
        join name in GroupName.Query(db, user) on g.Id equals name.Id
        select new GroupRow
        {
            Id = g.Id, Title = name.Title, Slug = g.Slug,
            State = g.State == GroupState.Proposed ? "proposed" : g.State == GroupState.Chartered ? "chartered" : g.State == GroupState.Active ? "active" : "closed",
            LineOfWork = g.LineOfWork, Themes = g.Themes, ConvenerStaffId = g.ConvenerStaffId,
            Members = db.Members.Count(m => m.GroupId == g.Id && m.State == MemberState.Active),
            Requests = db.Members.Count(m => m.GroupId == g.Id && m.State == MemberState.Requested),
            OutputsNotOffered = db.Outputs.Count(o => o.GroupId == g.Id && o.OfferedAt == null),
            Sunset = g.Sunset,
            // Translated to the database's clock.
            DaysToSunset = g.Sunset == null ? null : g.Sunset.Value.DayNumber - DateOnly.FromDateTime(DateTime.UtcNow).DayNumber,
            CreatedAt = g.CreatedAt, ActiveAt = g.ActiveAt, ClosedAt = g.ClosedAt, Version = g.Version,
        };

    internal static void Describe(Board<GroupRow> board) => board
        .Title(g => g.Title, g => g.State)
        .Columns(g => g.Title, g => g.State, g => g.LineOfWork, g => g.Members, g => g.Requests, g => g.OutputsNotOffered, g => g.Sunset)
        .Search(g => g.Title)
        .Filters(g => g.State, g => g.LineOfWork, g => g.Sunset)
        .OrderBy("Title")
        .Vocabulary(g => g.LineOfWork, Vocabulary.LineOfWork)
        .Vocabulary(g => g.Themes, Vocabulary.Theme)
        .State(g => g.State)
        .View("all")
        .View("proposed", "State eq 'proposed'")
        .View("active", "State eq 'active'")
        .View("sunset-soon", $"State ne 'closed' and DaysToSunset le {SunsetRule.SoonInDays}", "Sunset")
        .View("closed", "State eq 'closed'", "ClosedAt desc")
        .Figure("active", "State eq 'active'")
        .Figure("requests", "Requests gt 0")
        .Chart("by-line-of-work", ChartKind.Bar, g => g.LineOfWork, "State ne 'closed'")
        .OnHome("active")
        .RecordPage("/staff/working-groups/groups/{Id}")
        .Related<MemberRow>("Members", m => m.GroupId, g => g.Id)
        .SetAction<CreateGroup>("create", WorkingGroupsPermissions.Manage, new Dictionary<string, BoardChoice>
        {
            [nameof(CreateGroup.LineOfWork)] = new(Vocabulary: Vocabulary.LineOfWork),
            [nameof(CreateGroup.Themes)] = new(Vocabulary: Vocabulary.Theme),
            [nameof(CreateGroup.ConvenerStaffId)] = new(StaffWith: WorkingGroupsPermissions.Convene),
        })
        .Action<CharterGroup>("charter", WorkingGroupsPermissions.Manage, c => c.GroupId, "State eq 'proposed'")
        .Action<ActivateGroup>("activate", WorkingGroupsPermissions.Convene, c => c.GroupId, "State eq 'chartered'")
        .Action<RenewGroup>("renew", WorkingGroupsPermissions.Manage, c => c.GroupId, "State eq 'chartered' or State eq 'active'")
        .Action<CloseGroup>("close", WorkingGroupsPermissions.Convene, c => c.GroupId, "State ne 'closed'");
}
