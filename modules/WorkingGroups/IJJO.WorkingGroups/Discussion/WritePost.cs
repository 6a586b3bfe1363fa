using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Discussion;

/// <summary>Adds to a thread, in any language. Produces the post's id.</summary>
public sealed record WritePost(Guid ThreadId, string Language, string Text);

internal sealed class WritePostHandler(WorkingGroupsDb db, GroupAccess access, Posting posting) : ICommandHandler<WritePost>
{
    public async Task<Result> Handle(WritePost command, CancellationToken cancel)
    {
        if (await db.Threads.FindAsync([command.ThreadId], cancel) is not { } thread) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == thread.GroupId, cancel);
        var rights = await access.ToAsync(group, cancel);
        if (posting.Refusal(group, rights) is { } refusal) return refusal;
        var problems = posting.Check(command.Language, command.Text);
        if (problems.Any) return problems.ToResult();

        var post = await posting.AddAsync(group, thread, rights, command.Text, command.Language, cancel);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(post.Id);
    }
}
