using System.Globalization;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using IJJO.Platform.OData;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>
/// Looks at one view with its follower's rights, and mails what is new. The alert's row is locked while it does, and what was seen, the mail in the outbox and the
/// next time are one transaction: of two hosts one looks, and a host that dies has done nothing.
/// </summary>
internal sealed class LookAtView(
    PlatformDb db, OnBehalf behalf, BoardReaders readers, FoundViews views, SeenRows seen, BoardTexts texts, BoardValues values, AlertStops stops, IMailer mailer, ISite site, TimeProvider clock)
{
    private const int Named = 10, LongestTitle = 120;

    public async Task ForAsync(Guid alertId, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var claimed = await db.ViewAlerts.FromSql($"SELECT * FROM platform.view_alert WHERE id = {alertId} AND off_reason IS NULL AND due_at <= {now} FOR UPDATE SKIP LOCKED").ToListAsync(cancel);
        if (claimed is not [var alert]) return;

        if (await behalf.BecomeAsync(alert.AccountId, cancel) is not { } person) alert.OffReason = AlertOff.MayNotRead;
        else await LookAsync(alert, person, cancel);
        alert.DueAt = AlertTimes.Next(alert.Rhythm, now);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    private async Task LookAsync(ViewAlert alert, StaffAccount person, CancellationToken cancel)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = OnBehalf.LanguageOf(person);
        // A module that is off for now comes back.
        if (readers.Find(alert.Module, alert.Set) is not { } set) return;
        if (!readers.MayRead(set))
        {
            alert.OffReason = AlertOff.MayNotRead;
            return;
        }
        var view = await views.FindAsync(set, alert.View, cancel);
        if (view is not { Fits: true })
        {
            alert.OffReason = view is null ? AlertOff.Gone : AlertOff.Unfit;
            return;
        }
        if (await seen.LookAsync(alert, view, cancel) is not { } rows) alert.OffReason = AlertOff.TooMany;
        else if (rows.Count > 0) Mail(alert, person, view, rows);
    }

    private void Mail(ViewAlert alert, StaffAccount person, FoundView view, IReadOnlyList<BoardRow> rows) => mailer.Queue(db, new Mail(
        "platform.view-alert", $"{alert.Id}:{++alert.Mails}", person.Email!, person.Name, person.Language,
        new
        {
            person.Name,
            List = texts.Set(view.Set.Module, view.Set.Name),
            View = view.Name,
            rows.Count,
            Titles = alert.NamesRows ? rows.Take(Named).Select(row => Line(NewestRows.TitleOf(row, values))).ToArray() : [],
            More = alert.NamesRows ? Math.Max(0, rows.Count - Named) : 0,
            Link = site.Address(view.Path),
            Stop = stops.AddressOf(alert, person.Language),
        }));

    private static string Line(string title) => title.ReplaceLineEndings(" ") is var line && line.Length > LongestTitle ? line[..(LongestTitle - 1)] + "…" : line;
}
