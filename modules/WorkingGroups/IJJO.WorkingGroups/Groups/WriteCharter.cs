using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Writes the next version of the charter; it is in force once approved.</summary>
public sealed record WriteCharter(Guid GroupId, string? TextEn, string? TextEs, string? TextFr);

internal sealed class WriteCharterHandler(WorkingGroupsDb db, GroupAccess access, ICurrentUser user, TimeProvider clock) : ICommandHandler<WriteCharter>
{
    public async Task<Result> Handle(WriteCharter command, CancellationToken cancel)
    {
        var group = await db.Groups.Include(g => g.Charter).FirstOrDefaultAsync(g => g.Id == command.GroupId, cancel);
        if (group is null) return Result.NotFound();
        if (!(await access.ToAsync(group, cancel)).SeesPeople) return Result.Forbidden();
        if (group.IsClosed) return Result.Refused("working-groups.closed");
        var text = LocalText.Of(command.TextEn, command.TextEs, command.TextFr);
        var problems = new Problems().Local("Text", text, 20_000);
        if (problems.Any) return problems.ToResult();

        group.WriteCharter(text, user.Name, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
