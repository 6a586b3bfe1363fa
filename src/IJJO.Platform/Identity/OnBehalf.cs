using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>
/// Somebody for whom a program reads or acts while they are not there: what they may is decided by their account as it is now.
/// </summary>
internal sealed class OnBehalf(IdentityDb db, StaffPrincipals people, ActingFor acting)
{
    /// <summary>From here on this scope is this person; <c>null</c> where they have left.</summary>
    public async Task<StaffAccount?> BecomeAsync(Guid accountId, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == accountId && account.IsActive, cancel) is not { } account) return null;
        acting.Person = await people.CreateAsync(account);
        return account;
    }

    public static CultureInfo LanguageOf(StaffAccount account) => CultureInfo.GetCultureInfo(account.Language);
}
