using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Removes a view for everybody, with the feeds, alerts and defaults that follow it.</summary>
internal sealed record DeleteView(Guid Id, uint? Version);

internal sealed class DeleteViewHandler(PlatformDb db, ViewRules rules) : ICommandHandler<DeleteView>
{
    public async Task<Result> Handle(DeleteView command, CancellationToken cancel)
    {
        var (view, refusal) = await rules.MineAsync(command.Id, cancel);
        if (view is null) return refusal!;
        var key = view.Id.ToString();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Expect(view, command.Version);
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(cancel);
        await db.ViewFeeds.Where(feed => feed.View == key).ExecuteDeleteAsync(cancel);
        await db.ViewAlerts.Where(alert => alert.View == key).ExecuteDeleteAsync(cancel);
        await db.DefaultViews.Where(chosen => chosen.View == key).ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok();
    }
}
