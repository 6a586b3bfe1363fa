using System.Globalization;
using IJJO.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>
/// Tells owners a week before a token ends, so that no report stops without notice. The mail's intent is the token: however often this runs, each is told once.
/// </summary>
internal sealed class WarnOfExpiry(IdentityDb identity, PlatformDb db, IMailer mailer, ISite site, TimeProvider clock) : IJob
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(7);

    public async Task RunAsync(string? argument, CancellationToken cancel)
    {
        var (now, soon) = (clock.GetUtcNow(), clock.GetUtcNow() + Notice);
        var ending = await (
            from token in identity.AccessTokens
            join account in identity.Users on token.AccountId equals account.Id
            where token.RevokedAt == null && token.ExpiresAt > now && token.ExpiresAt <= soon && account.IsActive
            select new { token.Id, Token = token.Name, token.ExpiresAt, account.Name, account.Email, account.Language }).ToListAsync(cancel);
        foreach (var one in ending)
        {
            mailer.Queue(db, new Mail(
                "platform.token-expiry", one.Id.ToString(), one.Email!, one.Name, one.Language,
                new { one.Name, one.Token, Until = one.ExpiresAt.ToString("d", CultureInfo.GetCultureInfo(one.Language)), Link = site.Address("/staff/account") }));
        }

        await db.SaveChangesAsync(cancel);
    }
}
