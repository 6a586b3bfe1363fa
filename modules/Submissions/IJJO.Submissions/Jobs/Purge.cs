using IJJO.Platform;
using IJJO.Submissions.Proposals;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Submissions.Jobs;

/// <summary>Forgets what nobody has confirmed or finished, and yesterday's counts of senders.</summary>
internal sealed class Purge(SubmissionsDb db, TimeProvider clock) : IJob
{
    public static readonly TimeSpan UnconfirmedAfter = TimeSpan.FromDays(30);
    public static readonly TimeSpan DraftsAfter = TimeSpan.FromDays(90);

    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var sentBefore = now - UnconfirmedAfter;
        var savedBefore = now - DraftsAfter;
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        await db.Proposals.Where(p => p.ConfirmedAt == null && p.StateAt < sentBefore && (p.State == ProposalState.Received || p.State == ProposalState.Quarantine)).ExecuteDeleteAsync(cancel);
        await db.Drafts.Where(d => d.SavedAt < savedBefore).ExecuteDeleteAsync(cancel);
        await db.Links.Where(l => l.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await db.Set<Intake.SenderCount>().Where(c => c.Day < today).ExecuteDeleteAsync(cancel);
        await db.Set<Intake.DaySalt>().Where(s => s.Day < today).ExecuteDeleteAsync(cancel);
    }
}
