using IJJO.Platform;
using IJJO.WorkingGroups.Contracts;

namespace IJJO.WorkingGroups.Outputs;

/// <summary>Records what the group has made. Produces the output's id.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Title">The title.</param>
/// <param name="Summary">A summary in Markdown.</param>
/// <param name="Language">The language of both.</param>
/// <param name="AdvanceType">The type of advance.</param>
/// <param name="Url">Where the work itself is.</param>
/// <param name="Themes">Themes.</param>
/// <param name="Countries">Countries it is about.</param>
/// <param name="Credits">The members to be named.</param>
public sealed record RecordOutput(
    Guid GroupId, string Title, string Summary, string Language, string AdvanceType, string? Url, string[] Themes, string[] Countries, Guid[] Credits);

internal sealed class RecordOutputHandler(WorkingGroupsDb db, GroupAccess access, OutputFields fields, TimeProvider clock) : ICommandHandler<RecordOutput>
{
    public async Task<Result> Handle(RecordOutput command, CancellationToken cancel)
    {
        if (await db.Groups.FindAsync([command.GroupId], cancel) is not { } group) return Result.NotFound();
        var rights = await access.ToAsync(group, cancel);
        if (!rights.Posts) return rights.Reads ? Result.Forbidden() : Result.NotFound();
        if (group.IsClosed) return Result.Refused("working-groups.closed");
        var problems = await fields.CheckAsync(
            group.Id, command.Title, command.Summary, command.Language, command.AdvanceType, command.Url, command.Themes, command.Countries, command.Credits, cancel);
        if (problems.Any) return problems.ToResult();

        var output = new Output
        {
            GroupId = group.Id, Title = command.Title, Summary = command.Summary, Language = command.Language, AdvanceType = command.AdvanceType,
            Url = command.Url, Themes = command.Themes, Countries = command.Countries, RecordedAt = clock.GetUtcNow(),
        };
        output.CreditTo(command.Credits);
        db.Add(output);
        db.Publish(new OutputRecorded(group.Id, group.Title.Any, output.Id, output.Title, await db.CasesOfAsync(group.Id, cancel)));
        await db.SaveChangesAsync(cancel);
        return Result.Ok(output.Id);
    }
}
