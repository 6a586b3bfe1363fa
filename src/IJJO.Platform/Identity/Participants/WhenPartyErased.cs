using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>Part of the event that Submissions publishes.</summary>
[EventName("submissions.party-erased.v1")]
internal sealed record PartyErased(Guid PartyId);

/// <summary>Somebody who was erased has no links left to enter by, and no story: its entries are the events as they were published, with names and texts. None is added any more.</summary>
internal sealed class WhenPartyErased(IdentityDb db) : IHandle<PartyErased>
{
    public async Task HandleAsync(PartyErased e, CancellationToken cancel)
    {
        await db.ParticipantLinks.Where(link => link.PartyId == e.PartyId).ExecuteDeleteAsync(cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO platform.erased_parties (party_id, erased_at) VALUES ({e.PartyId}, now()) ON CONFLICT DO NOTHING", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM platform.timeline WHERE party_id = {e.PartyId}", cancel);
    }
}

/// <summary>Forgets links that no longer work.</summary>
internal sealed class LinkCleanup(IdentityDb db, TimeProvider clock) : IJob
{
    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.ParticipantLinks.Where(link => link.ExpiresAt < now).ExecuteDeleteAsync(cancel);
        await db.Links.Where(link => link.ExpiresAt < now).ExecuteDeleteAsync(cancel);
    }
}
