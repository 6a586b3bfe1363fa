using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Outputs;

/// <summary>Corrects an output that has not been offered yet; afterwards the editors of the feed have it.</summary>
public sealed record EditOutput(
    Guid OutputId, string Title, string Summary, string Language, string AdvanceType, string? Url, string[] Themes, string[] Countries, Guid[] Credits);

internal sealed class EditOutputHandler(WorkingGroupsDb db, GroupAccess access, OutputFields fields) : ICommandHandler<EditOutput>
{
    public async Task<Result> Handle(EditOutput command, CancellationToken cancel)
    {
        var output = await db.Outputs.Include(o => o.Credits).FirstOrDefaultAsync(o => o.Id == command.OutputId, cancel);
        if (output is null) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == output.GroupId, cancel);
        var rights = await access.ToAsync(group, cancel);
        if (!rights.Posts) return rights.Reads ? Result.Forbidden() : Result.NotFound();
        if (output.IsOffered) return Result.Refused("working-groups.already-offered");
        var problems = await fields.CheckAsync(
            group.Id, command.Title, command.Summary, command.Language, command.AdvanceType, command.Url, command.Themes, command.Countries, command.Credits, cancel);
        if (problems.Any) return problems.ToResult();

        output.Title = command.Title;
        output.Summary = command.Summary;
        output.Language = command.Language;
        output.AdvanceType = command.AdvanceType;
        output.Url = command.Url;
        output.Themes = command.Themes;
        output.Countries = command.Countries;
        output.CreditTo(command.Credits);
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }
}
