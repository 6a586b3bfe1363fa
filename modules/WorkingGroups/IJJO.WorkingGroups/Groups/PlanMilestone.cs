using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Groups;

/// <summary>Adds a milestone.</summary>
public sealed record PlanMilestone(Guid GroupId, string? TitleEn, string? TitleEs, string? TitleFr, DateOnly Due);

internal sealed class PlanMilestoneHandler(WorkingGroupsDb db, GroupAccess access) : ICommandHandler<PlanMilestone>
{
    public async Task<Result> Handle(PlanMilestone command, CancellationToken cancel)
    {
        var group = await db.Groups.Include(g => g.Milestones).FirstOrDefaultAsync(g => g.Id == command.GroupId, cancel);
        if (group is null) return Result.NotFound();
        if (!(await access.ToAsync(group, cancel)).Leads) return Result.Forbidden();
        if (group.IsClosed) return Result.Refused("working-groups.closed");
        var title = LocalText.Of(command.TitleEn, command.TitleEs, command.TitleFr);
        var problems = new Problems().Local("Title", title, 200);
        if (problems.Any) return problems.ToResult();

        group.Plan(title, command.Due);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
