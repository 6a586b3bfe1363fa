using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Boards;

/// <summary>Each minute looks at the views whose turn it is. One that fails is tried again later and holds up no other.</summary>
internal sealed class WatchViews(PlatformDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<WatchViews> log) : IJob
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.ViewAlerts.Where(alert => alert.OffReason == null && alert.DueAt <= now).OrderBy(alert => alert.DueAt).ThenBy(alert => alert.Id).Select(alert => alert.Id).ToListAsync(cancel);
        foreach (var id in due)
        {
            try
            {
                // A scope each: every one of them acts for somebody else.
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<LookAtView>().ForAsync(id, cancel);
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                log.LogError(fault, "The view of alert {Alert} could not be looked at; it is tried again in ten minutes", id);
                var later = clock.GetUtcNow() + Pause;
                await db.ViewAlerts.Where(alert => alert.Id == id).ExecuteUpdateAsync(change => change.SetProperty(alert => alert.DueAt, later), cancel);
            }
        }
    }
}
