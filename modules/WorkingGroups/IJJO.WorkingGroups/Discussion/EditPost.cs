using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Discussion;

/// <summary>Corrects one's own post, on its first day.</summary>
public sealed record EditPost(Guid PostId, string Language, string Text);

internal sealed class EditPostHandler(WorkingGroupsDb db, GroupAccess access, Posting posting, ICurrentUser user, TimeProvider clock) : ICommandHandler<EditPost>
{
    public async Task<Result> Handle(EditPost command, CancellationToken cancel)
    {
        if (await db.Posts.FindAsync([command.PostId], cancel) is not { } post) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == post.GroupId, cancel);
        var rights = await access.ToAsync(group, cancel);
        if (posting.Refusal(group, rights) is { } refusal) return refusal;
        if (!post.IsBy(rights.Member?.Id, user.StaffId)) return Result.Forbidden();
        if (!post.CanBeEdited(clock.GetUtcNow())) return Result.Refused("working-groups.too-late-to-edit");
        var problems = posting.Check(command.Language, command.Text);
        if (problems.Any) return problems.ToResult();

        post.Edit(command.Text, command.Language, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
