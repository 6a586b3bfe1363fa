using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>How far a run has come, and in the end what was done and what was refused and why. It looks again by itself until then.</summary>
public partial class RunPage : BoardPage
{
    private readonly List<(BoardRow? Row, string Key, string Why)> refused = [];
    private BulkRun? run;
    private int total;
    private int done;

    [Parameter] public Guid Id { get; set; }

    private string Title => Texts.Action(run!.Module, run.Set, run.Action);

    private string List => $"/staff/{run!.Module}/{run.Set}";

    protected override async Task OnInitializedAsync()
    {
        run = await Db.Runs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == Id && one.StaffId == User.StaffId, Cancel);
        if (run is null || Readers.Find(run.Module, run.Set) is not { } set || !Readers.MayRead(set))
        {
            run = null;
            Addresses.NotFound();
            return;
        }
        var rows = Db.RunRows.AsNoTracking().Where(row => row.RunId == Id);
        total = await rows.CountAsync(Cancel);
        done = await rows.CountAsync(row => row.DoneAt != null, Cancel);
        var reader = Readers.Open(set);
        foreach (var row in await rows.Where(row => row.Refusal != null).OrderBy(row => row.Position).ToListAsync(Cancel)) refused.Add((await reader.FindAsync(row.Key, Cancel), row.Key, row.Refusal!));
    }

    private string NameOf(BoardRow row) => row.Set.Declared.Board.Title is { } title ? Values.Of(row.Set, title, row[title]) : row.Key;
}
