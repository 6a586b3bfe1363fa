using System.Globalization;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Mails oneself when new rows enter a view. What is in it already is not mailed.</summary>
internal sealed record StartViewAlert(string Module, string Set, string View, AlertRhythm Rhythm, bool NamesRows);

internal sealed class StartViewAlertHandler(PlatformDb db, FoundViews views, ViewRules rules, SeenRows seen, ICurrentUser user, TimeProvider clock) : ICommandHandler<StartViewAlert>
{
    public async Task<Result> Handle(StartViewAlert command, CancellationToken cancel)
    {
        if (user.StaffId is not { } me || !user.Has(PlatformPermissions.SaveViews)) return Result.Forbidden();
        if (rules.Readable(command.Module, command.Set) is not { } set || await views.FindAsync(set, command.View, cancel) is not { } view) return Result.NotFound();
        if (!view.Fits) return Result.Refused("view.unfit");

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        // One alert for each person and view, whoever presses the button how often.
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO platform.view_alert (id, account_id, module, set, view, rhythm, names_rows, due_at, mails)
            VALUES ({Guid.CreateVersion7()}, {me}, {set.Module}, {set.Name}, {view.Key}, {nameof(AlertRhythm.AtOnce)}, false, {clock.GetUtcNow()}, 0)
            ON CONFLICT (account_id, module, set, view) DO UPDATE SET view = excluded.view
            """, cancel);
        var alert = await db.ViewAlerts.SingleAsync(one => one.AccountId == me && one.Module == set.Module && one.Set == set.Name && one.View == view.Key, cancel);
        // An alert that was off has not looked at the rows that have come since; one that is on goes on.
        if (alert.OffReason is not null) alert.SeenWith = null;
        if (alert.SeenWith is null && await seen.LookAsync(alert, view, cancel) is null) return Result.Refused("alert.too-many", SeenRows.Most.ToString("N0", CultureInfo.CurrentCulture));
        (alert.Rhythm, alert.NamesRows, alert.OffReason) = (command.Rhythm, command.NamesRows, null);
        alert.DueAt = AlertTimes.Next(alert.Rhythm, clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Result.Ok();
    }
}

/// <summary>Ends one of one's own alerts.</summary>
internal sealed record StopViewAlert(Guid AlertId);

internal sealed class StopViewAlertHandler(PlatformDb db, ICurrentUser user) : ICommandHandler<StopViewAlert>
{
    public async Task<Result> Handle(StopViewAlert command, CancellationToken cancel) =>
        await db.ViewAlerts.Where(alert => alert.Id == command.AlertId && alert.AccountId == user.StaffId).ExecuteDeleteAsync(cancel) == 0 ? Result.NotFound() : Result.Ok();
}

/// <summary>When an alert looks next.</summary>
internal static class AlertTimes
{
    // Before the offices of Europe open, in summer and winter.
    private static readonly TimeSpan Morning = TimeSpan.FromHours(5);

    public static DateTimeOffset Next(AlertRhythm rhythm, DateTimeOffset now)
    {
        if (rhythm == AlertRhythm.AtOnce) return now;
        var today = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero) + Morning;
        return today > now ? today : today.AddDays(1);
    }
}
