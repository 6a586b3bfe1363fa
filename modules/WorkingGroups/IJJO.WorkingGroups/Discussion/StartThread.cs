using IJJO.Platform;

namespace IJJO.WorkingGroups.Discussion;

/// <summary>Opens a subject in a group with a first post. Produces the thread's id.</summary>
public sealed record StartThread(Guid GroupId, string Title, string Language, string Text);

internal sealed class StartThreadHandler(WorkingGroupsDb db, GroupAccess access, Posting posting, TimeProvider clock) : ICommandHandler<StartThread>
{
    public async Task<Result> Handle(StartThread command, CancellationToken cancel)
    {
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { } group) return Result.NotFound();
        var rights = await access.ToAsync(group, cancel);
        if (posting.Refusal(group, rights) is { } refusal) return refusal;
        var problems = posting.Check(command.Language, command.Text).Text("Title", command.Title, 200);
        if (problems.Any) return problems.ToResult();

        var now = clock.GetUtcNow();
        var thread = new DiscussionThread { GroupId = group.Id, Title = command.Title, Language = command.Language, StartedAt = now, LastPostAt = now };
        db.Add(thread);
        await posting.AddAsync(group, thread, rights, command.Text, command.Language, cancel);
        await db.SaveChangesAsync(cancel);
        return Result.Ok(thread.Id);
    }
}
