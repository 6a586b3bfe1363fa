using IJJO.Platform;
using IJJO.WorkingGroups.Contracts;
using Microsoft.EntityFrameworkCore;

namespace IJJO.WorkingGroups.Outputs;

/// <summary>Makes an output an advance, in one step: the feed drafts it with credits and origin, and its editors take over.</summary>
public sealed record OfferOutput(Guid OutputId);

internal sealed class OfferOutputHandler(WorkingGroupsDb db, GroupAccess access, TimeProvider clock) : ICommandHandler<OfferOutput>
{
    public async Task<Result> Handle(OfferOutput command, CancellationToken cancel)
    {
        var output = await db.Outputs.FirstOrDefaultAsync(o => o.Id == command.OutputId, cancel);
        if (output is null) return Result.NotFound();
        var group = await db.Groups.FirstAsync(g => g.Id == output.GroupId, cancel);
        var rights = await access.ToAsync(group, cancel);
        if (!rights.Posts) return rights.Reads ? Result.Forbidden() : Result.NotFound();
        if (output.IsOffered) return Result.Refused("working-groups.already-offered");

        output.Offer(clock.GetUtcNow());
        db.Publish(new OutputOffered(
            output.Id, group.Id, group.Title.In(output.Language), output.Title, output.Summary, output.Url, output.Language, output.AdvanceType, output.Themes, output.Countries,
            await CreditsAsync(output.Id, cancel), await db.CasesOfAsync(group.Id, cancel)));
        await db.SaveChangesAsync(cancel);
        return Result.Ok();
    }

    // The names as they are chosen now; whoever no longer agrees to be shown is left out.
    private Task<string[]> CreditsAsync(Guid outputId, CancellationToken cancel) =>
        (from credit in db.Set<Credit>()
         join member in db.Members on credit.MemberId equals member.Id
         where credit.OutputId == outputId && member.IsListed && member.DisplayName != ""
         orderby credit.Place
         select member.DisplayName).ToArrayAsync(cancel);
}
