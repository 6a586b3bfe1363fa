using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

namespace IJJO.KnowledgeFeed.Advances;

/// <summary>Publishes what is due. It rings at the chosen time and every minute besides, so a lost ring costs a minute, never a publication.</summary>
internal sealed class PublishScheduled(KnowledgeFeedDb db, TimeProvider clock) : IJob
{
    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var due = await db.Advances.Where(a => a.State == AdvanceState.Scheduled && a.PublishAt <= now).Select(a => a.Id).ToListAsync(cancel);
        foreach (var id in due) await PublishAsync(id, now, cancel);
    }

    private async Task PublishAsync(Guid id, DateTimeOffset now, CancellationToken cancel)
    {
        db.ChangeTracker.Clear();
        var advance = await db.Advances.Include(a => a.Versions).FirstOrDefaultAsync(a => a.Id == id && a.State == AdvanceState.Scheduled, cancel);
        if (advance is null) return;
        db.PublishNow(advance, advance.PublishedByName, now);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The other ring, or an editor, was faster; the state it left is the right one.
        }
    }
}
