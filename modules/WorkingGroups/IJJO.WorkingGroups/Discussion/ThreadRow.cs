using System.ComponentModel.DataAnnotations;
using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Discussion;

/// <summary>A thread of a group that the reader leads.</summary>
public sealed class ThreadRow
{
    [Key] public Guid Id { get; init; }
    public Guid GroupId { get; init; }
    public required string GroupTitle { get; init; }
    public required string Title { get; init; }
    public required string Language { get; init; }
    public int Posts { get; init; }
    public DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset LastPostAt { get; init; }

    internal static IQueryable<ThreadRow> Query(WorkingGroupsDb db, ICurrentUser user) =>
        from t in db.Threads.AsNoTracking()
        join led in GroupAccess.Led(db, user) on t.GroupId equals led.Id
        join g in GroupName.Query(db, user) on t.GroupId equals g.Id
        select new ThreadRow
        {
            Id = t.Id, GroupId = t.GroupId, GroupTitle = g.Title, Title = t.Title, Language = t.Language, StartedAt = t.StartedAt, LastPostAt = t.LastPostAt,
            Posts = db.Posts.Count(p => p.ThreadId == t.Id && p.DeletedAt == null),
        };

    internal static void Describe(Board<ThreadRow> board) => board
        .Title(t => t.Title, t => t.GroupTitle)
        .Columns(t => t.Title, t => t.GroupTitle, t => t.Language, t => t.Posts, t => t.LastPostAt)
        .Search(t => t.Title)
        .Filters(t => t.GroupTitle, t => t.Language)
        .OrderBy("LastPostAt desc")
        .Vocabulary(t => t.Language, Vocabulary.Language)
        .Related<PostRow>("Posts", p => p.ThreadId, t => t.Id);
}
