using IJJO.Platform;
using IJJO.WorkingGroups.Groups;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Decisions;

/// <summary>Enters a decision into the group's register. Produces its number.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="TitleEn">The title.</param>
/// <param name="TitleEs">The title.</param>
/// <param name="TitleFr">The title.</param>
/// <param name="TextEn">What was decided.</param>
/// <param name="TextEs">What was decided.</param>
/// <param name="TextFr">What was decided.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="DecidedOn">The day.</param>
/// <param name="ThreadId">The discussion that led to it.</param>
/// <param name="IsPublic">Whether everybody may read it.</param>
public sealed record RecordDecision(
    Guid GroupId, string? TitleEn, string? TitleEs, string? TitleFr, string? TextEn, string? TextEs, string? TextFr, DecisionOutcome Outcome, DateOnly DecidedOn,
    Guid? ThreadId, bool IsPublic);

internal sealed class RecordDecisionHandler(WorkingGroupsDb db, GroupAccess access, TimeProvider clock) : ICommandHandler<RecordDecision>
{
    public async Task<Result> Handle(RecordDecision command, CancellationToken cancel)
    {
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { } group) return Result.NotFound();
        var rights = await access.ToAsync(group, cancel);
        if (!rights.Leads) return rights.Reads ? Result.Forbidden() : Result.NotFound();
        if (group.IsClosed) return Result.Refused("working-groups.closed");
        var now = clock.GetUtcNow();
        var title = LocalText.Of(command.TitleEn, command.TitleEs, command.TitleFr);
        var text = LocalText.Of(command.TextEn, command.TextEs, command.TextFr);
        var fromThread = command.ThreadId is null || await db.Threads.AnyAsync(t => t.Id == command.ThreadId && t.GroupId == group.Id, cancel);
        var problems = new Problems().Local("Title", title, 200).Local("Text", text, 10_000)
            .When(!fromThread, "ThreadId", FieldErrors.Choice)
            .When(command.DecidedOn > DateOnly.FromDateTime(now.UtcDateTime).AddDays(1), "DecidedOn", "working-groups.decided-in-future");
        if (problems.Any) return problems.ToResult();

        var decision = new GroupDecision
        {
            GroupId = group.Id, Number = group.NextDecision(), Title = title, Text = text, Outcome = command.Outcome, DecidedOn = command.DecidedOn,
            RecordedAt = now, ThreadId = command.ThreadId, IsPublic = command.IsPublic,
        };
        db.Add(decision);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The group's row version keeps two decisions of the same moment from taking one number.
            return Result.Refused("working-groups.just-changed");
        }
        return Result.Ok(decision.Number);
    }
}
