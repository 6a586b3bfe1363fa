using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Approves a proposed group's charter and says until when it works. From here on it can be offered and takes members.</summary>
public sealed record CharterGroup(Guid GroupId, DateOnly Sunset);

internal sealed class CharterGroupHandler(WorkingGroupsDb db, ICurrentUser user, TimeProvider clock) : ICommandHandler<CharterGroup>
{
    public async Task<Result> Handle(CharterGroup command, CancellationToken cancel)
    {
        if (!user.Has(WorkingGroupsPermissions.Manage)) return Result.Forbidden();
        var group = await db.Groups.Include(g => g.Charter).FirstOrDefaultAsync(g => g.Id == command.GroupId, cancel);
        if (group is null) return Result.NotFound();
        if (group.State != GroupState.Proposed) return Result.Refused("working-groups.not-proposed");
        if (group.Charter.Count == 0) return Result.Refused("working-groups.charter-missing");
        var now = clock.GetUtcNow();
        if (SunsetRule.Problem(command.Sunset, now) is { } problem) return Result.Invalid(problem);

        group.ApproveCharter(user.Name, now);
        group.BecomeChartered(command.Sunset, now);
        db.Publish(group.Changed());
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
