using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>Removes runs a week after they began: what was done is in the audit.</summary>
internal sealed class RunCleanup(PlatformDb db, TimeProvider clock) : IJob
{
    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var before = clock.GetUtcNow().AddDays(-7);
        await db.Runs.Where(run => run.CreatedAt < before).ExecuteDeleteAsync(cancel);
    }
}
