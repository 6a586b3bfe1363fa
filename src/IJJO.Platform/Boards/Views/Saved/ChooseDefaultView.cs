using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Opens a list with a view from now on, for oneself; without a view, with all its rows again.</summary>
internal sealed record ChooseDefaultView(string Module, string Set, string? View);

internal sealed class ChooseDefaultViewHandler(PlatformDb db, FoundViews views, ViewRules rules, ICurrentUser user) : ICommandHandler<ChooseDefaultView>
{
    public async Task<Result> Handle(ChooseDefaultView command, CancellationToken cancel)
    {
        if (user.StaffId is not { } me || rules.Readable(command.Module, command.Set) is not { } set) return Result.NotFound();
        if (command.View is null)
        {
            await db.DefaultViews.Where(view => view.AccountId == me && view.Module == set.Module && view.Set == set.Name).ExecuteDeleteAsync(cancel);
            return Result.Ok();
        }
        if (await views.FindAsync(set, command.View, cancel) is not { } found) return Result.NotFound();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO platform.default_view (account_id, module, set, view) VALUES ({me}, {set.Module}, {set.Name}, {found.Key})
            ON CONFLICT (account_id, module, set) DO UPDATE SET view = excluded.view
            """, cancel);
        return Result.Ok();
    }
}
