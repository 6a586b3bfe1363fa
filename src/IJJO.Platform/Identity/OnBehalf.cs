using System.Globalization;
using System.Security.Claims;
using IJJO.Platform.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Boards;

/// <summary>
/// Somebody for whom a program reads while they are not there: what they may see is decided by their account as it is now, in their language.
/// </summary>
internal sealed class OnBehalf(IdentityDb db, StaffPrincipals people, ActingFor acting)
{
    /// <summary>From here on this scope reads as this person; <c>null</c> where they have left.</summary>
    public async Task<StaffAccount?> BecomeAsync(Guid accountId, CancellationToken cancel)
    {
        if (await db.Users.AsNoTracking().FirstOrDefaultAsync(account => account.Id == accountId && account.IsActive, cancel) is not { } account) return null;
        acting.Person = await people.CreateAsync(account);
        return account;
    }

    public static CultureInfo LanguageOf(StaffAccount account) => CultureInfo.GetCultureInfo(account.Language);
}
