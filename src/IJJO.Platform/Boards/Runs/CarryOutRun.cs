using System.Globalization;
using IJJO.Platform.Data;
using IJJO.Platform.Identity;
using IJJO.Platform.OData;
using IJJO.Platform.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Boards;

/// <summary>
/// Carries out a run, row by row, as the person who asked, with the rights that they have now. That a row is done is written in the transaction that does it: a host that is killed leaves the rest
/// to the next one, and no row is done twice.
/// </summary>
internal sealed class CarryOutRun(PlatformDb db, IServiceProvider services, OnBehalf behalf, Texts texts, TimeProvider clock) : IJob
{
    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        if (!Guid.TryParse(argument, out var id) || await db.Runs.FindAsync([id], cancel) is not { FinishedAt: null } run) return;
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(run.Language);
        var isHere = await behalf.BecomeAsync(run.StaffId, cancel) is not null;
        var waiting = await db.RunRows.AsNoTracking().Where(row => row.RunId == id && row.DoneAt == null && row.Refusal == null).OrderBy(row => row.Position).ToListAsync(cancel);
        foreach (var row in waiting)
        {
            if ((isHere ? await TryAsync(run, row, cancel) : texts.Get("platform", "board.forbidden")) is { } refusal)
                await db.RunRows.Where(r => r.RunId == id && r.Position == row.Position && r.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.Refusal, refusal), cancel);
        }
        run.FinishedAt = clock.GetUtcNow();
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Why it is refused; <c>null</c> when it is done.</summary>
    private async Task<string?> TryAsync(BulkRun run, BulkRow row, CancellationToken cancel)
    {
        var (readers, actions) = (services.GetRequiredService<BoardReaders>(), services.GetRequiredService<ActionRunner>());
        if (readers.Find(run.Module, run.Set) is not { } set || BoardWrites.ActionsOf(set).FirstOrDefault(a => a.Name == run.Action) is not { } action) return texts.Get("platform", "board.gone");
        if (!readers.MayRead(set) || await readers.Open(set).FindAsync(row.Key, cancel) is not { } present) return texts.Get("platform", "board.gone");
        if (present.Version is { } version && version != row.Version) return texts.Get("platform", "board.bulk.row-changed");

        var state = FormState.From(run.Form());
        var (isDone, isTaken) = (false, false);
        await using var joint = new JointRun(services, set.Declared.Context);
        await joint.OpenAsync(cancel);
        await joint.StepAsync(row.Key, async () =>
        {
            isTaken = await joint.ExecuteAsync($"UPDATE platform.bulk_row SET done_at = now() WHERE run_id = {run.Id} AND position = {row.Position} AND done_at IS NULL AND refusal IS NULL", cancel) == 0;
            return isDone = !isTaken && (await actions.RunOneOfManyAsync(set, action, state, present, cancel)).Succeeded;
        }, cancel);
        if (isDone) await joint.CommitAsync(cancel);
        return isDone || isTaken ? null : Rehearsals.WhyOf(state);
    }
}
