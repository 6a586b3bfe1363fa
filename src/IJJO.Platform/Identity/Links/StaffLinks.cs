using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>Makes, finds and uses one-time links for staff.</summary>
internal sealed class StaffLinks(IdentityDb db, ISite site, TimeProvider clock)
{
    internal static readonly TimeSpan FirstAdministratorLifetime = TimeSpan.FromHours(24);
    internal static readonly TimeSpan InviteLifetime = TimeSpan.FromDays(7);
    internal static readonly TimeSpan ResetLifetime = TimeSpan.FromHours(1);

    internal async Task<Uri> CreateAsync(StaffLinkPurpose purpose, Guid? accountId, CancellationToken cancel)
    {
        // Only the newest link of a kind works: an older one may lie in a mailbox or a log.
        var now = clock.GetUtcNow();
        await db.Links.Where(l => l.Purpose == purpose && l.AccountId == accountId && l.UsedAt == null).ExecuteDeleteAsync(cancel);
        var secret = Secret.New();
        db.Links.Add(new StaffLink { Purpose = purpose, AccountId = accountId, Hash = Secret.Hash(secret), ExpiresAt = now + Lifetime(purpose) });
        await db.SaveChangesAsync(cancel);
        return site.Address($"/staff/welcome/{secret}");
    }

    /// <summary>The link behind a secret if it still works.</summary>
    internal Task<StaffLink?> FindAsync(string secret, CancellationToken cancel)
    {
        var hash = Secret.Hash(secret);
        var now = clock.GetUtcNow();
        return db.Links.AsNoTracking().FirstOrDefaultAsync(l => l.Hash == hash && l.UsedAt == null && l.ExpiresAt > now, cancel);
    }

    /// <summary>Takes the link: of two who come at once with the same one, the second is told no.</summary>
    internal async Task<bool> TakeAsync(StaffLink link, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        return await db.Links.Where(l => l.Id == link.Id && l.UsedAt == null && l.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.UsedAt, now), cancel) == 1;
    }

    private static TimeSpan Lifetime(StaffLinkPurpose purpose) => purpose switch
    {
        StaffLinkPurpose.FirstAdministrator => FirstAdministratorLifetime,
        StaffLinkPurpose.Invite => InviteLifetime,
        _ => ResetLifetime,
    };
}
