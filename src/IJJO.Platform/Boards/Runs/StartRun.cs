using System.Globalization;
using IJJO.Platform.Data;
using IJJO.Platform.OData;
using Microsoft.AspNetCore.Http;

namespace IJJO.Platform.Boards;

/// <summary>Writes down an action on many rows and rings for somebody to carry it out.</summary>
internal sealed class StartRun(PlatformDb db, ICurrentUser user, IJobs jobs)
{
    public async Task<Guid> OfAsync(ServedSet set, BoardAction action, IFormCollection posted, IReadOnlyList<BoardRow> rows, CancellationToken cancel)
    {
        var run = new BulkRun
        {
            Module = set.Module, Set = set.Name, Action = action.Name, StaffId = user.StaffId!.Value, Language = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            Fields = posted.Where(field => !field.Key.StartsWith('_')).ToDictionary(field => field.Key, field => field.Value.OfType<string>().ToArray()),
        };
        db.Add(run);
        db.AddRange(rows.Select((row, position) => new BulkRow { RunId = run.Id, Position = position, Key = row.Key, Version = row.Version }));
        await db.SaveChangesAsync(cancel);
        jobs.Enqueue<CarryOutRun>(run.Id.ToString());
        return run.Id;
    }
}
