using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Discussion;

/// <summary>Takes a post out of a thread: one's own at any time, anybody's for who leads the group.</summary>
public sealed record DeletePost(Guid PostId);

internal sealed class DeletePostHandler(WorkingGroupsDb db, GroupAccess access, ICurrentUser user, TimeProvider clock) : ICommandHandler<DeletePost>
{
    public async Task<Result> Handle(DeletePost command, CancellationToken cancel)
    {
        if (await db.Posts.FindAsync([command.PostId], cancel) is not { DeletedAt: null } post) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == post.GroupId, cancel);
        var rights = await access.ToAsync(group, cancel);
        if (!rights.Reads) return Result.NotFound();
        if (!rights.Leads && !post.IsBy(rights.Member?.Id, user.StaffId)) return Result.Forbidden();

        post.Delete(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
