using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Moves a milestone to another date, or marks it as done.</summary>
/// <param name="MilestoneId">The milestone.</param>
/// <param name="Due">The new date; empty to leave it.</param>
/// <param name="Done">Whether it is done.</param>
public sealed record ChangeMilestone(Guid MilestoneId, DateOnly? Due, bool Done);

internal sealed class ChangeMilestoneHandler(WorkingGroupsDb db, GroupAccess access, TimeProvider clock) : ICommandHandler<ChangeMilestone>
{
    public async Task<Result> Handle(ChangeMilestone command, CancellationToken cancel)
    {
        var milestone = await db.Milestones.FindAsync([command.MilestoneId], cancel);
        if (milestone is null) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == milestone.GroupId, cancel);
        if (!(await access.ToAsync(group, cancel)).Leads) return Result.Forbidden();
        if (group.IsClosed) return Result.Refused("working-groups.closed");

        milestone.Due = command.Due ?? milestone.Due;
        milestone.DoneOn = command.Done ? milestone.DoneOn ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) : null;
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
