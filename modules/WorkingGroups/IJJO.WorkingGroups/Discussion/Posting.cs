using IJJO.Platform;
using IJJO.WorkingGroups.Contracts;
using IJJO.WorkingGroups.Groups;

namespace IJJO.WorkingGroups.Discussion;

/// <summary>What a first post and a reply have in common.</summary>
internal sealed class Posting(WorkingGroupsDb db, ICurrentUser user, IVocabularies vocabularies, TimeProvider clock)
{
    public const int TextLength = 20_000;

    /// <summary>Members of the group and the staff who lead it write; whoever cannot read it is not told that it exists.</summary>
    public Result? Refusal(Group group, Access rights) =>
        !rights.Reads ? Result.NotFound()
        : !rights.Posts ? Result.Forbidden()
        : group.IsClosed ? Result.Refused("working-groups.closed")
        : null;

    public Problems Check(string language, string text) =>
        new Problems().Text("Text", text, TextLength).Term("Language", vocabularies, Vocabulary.Language, language);

    public async Task<Post> AddAsync(Group group, DiscussionThread thread, Access rights, string text, string language, CancellationToken cancel)
    {
        var asMember = rights.Member is { MayPost: true };
        var post = new Post
        {
            ThreadId = thread.Id, GroupId = group.Id, Text = text, Language = language, PostedAt = clock.GetUtcNow(),
            MemberId = asMember ? rights.Member!.Id : null, StaffId = asMember ? null : user.StaffId, StaffName = asMember ? null : user.Name,
        };
        thread.LastPostAt = post.PostedAt;
        db.Add(post);
        db.Publish(new Posted(group.Id, group.Title.Any, thread.Title, await db.CasesOfAsync(group.Id, cancel)));
        return post;
    }
}
