using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Discussion;

/// <summary>A post in a group that the reader leads, by the name that its author chose.</summary>
public sealed class PostRow
{
    [Key] public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public Guid ThreadId { get; init; }
    public required string GroupTitle { get; init; }
    public required string ThreadTitle { get; init; }
    public required string Author { get; init; }
    public required string Text { get; init; }
    public required string Language { get; init; }
    public DateTimeOffset PostedAt { get; init; }
    public DateTimeOffset? EditedAt { get; init; }

    internal static IQueryable<PostRow> Query(WorkingGroupsDb db, ICurrentUser user) =>
        from p in db.Posts.AsNoTracking()
        join led in GroupAccess.Led(db, user) on p.GroupId equals led.Id
        join g in GroupName.Query(db, user) on p.GroupId equals g.Id
        join t in db.Threads on p.ThreadId equals t.Id
        where p.DeletedAt == null
        select new PostRow
        {
            Id = p.Id, GroupId = p.GroupId, ThreadId = p.ThreadId, GroupTitle = g.Title, ThreadTitle = t.Title, Text = p.Text, Language = p.Language,
            Author = p.StaffName ?? db.Members.Where(m => m.Id == p.MemberId).Select(m => m.DisplayName).FirstOrDefault() ?? "",
            PostedAt = p.PostedAt, EditedAt = p.EditedAt,
        };

    internal static void Describe(Board<PostRow> board) => board
        .Title(p => p.ThreadTitle, p => p.Author)
        .Columns(p => p.PostedAt, p => p.GroupTitle, p => p.ThreadTitle, p => p.Author, p => p.Text)
        .Search(p => p.Text, p => p.ThreadTitle)
        .Filters(p => p.GroupTitle, p => p.Language)
        .OrderBy("PostedAt desc")
        .Vocabulary(p => p.Language, Vocabulary.Language)
        .LongText(p => p.Text)
        .Action<DeletePost>("delete", WorkingGroupsPermissions.Convene, c => c.PostId)
        .NotInNavigation();
}
