using IJJO.Platform;

namespace IJJO.WorkingGroups.Groups;

/// <summary>A group's title in the reader's language, for the rows of read models.</summary>
internal sealed class GroupName
{
    public Guid Id { get; init; }
    public required string Slug { get; init; }
    public required string Title { get; init; }

    public static IQueryable<GroupName> Query(WorkingGroupsDb db, ICurrentUser user) => user.Language switch
    {
        "es" => db.Groups.Select(g => new GroupName { Id = g.Id, Slug = g.Slug, Title = g.Title.Es ?? g.Title.En ?? g.Title.Fr ?? "" }),
        "fr" => db.Groups.Select(g => new GroupName { Id = g.Id, Slug = g.Slug, Title = g.Title.Fr ?? g.Title.En ?? g.Title.Es ?? "" }),
        _ => db.Groups.Select(g => new GroupName { Id = g.Id, Slug = g.Slug, Title = g.Title.En ?? g.Title.Es ?? g.Title.Fr ?? "" }),
    };
}
