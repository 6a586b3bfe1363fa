using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>What the account page shows. Read once before its sections, which would otherwise ask the one context at the same time.</summary>
internal sealed class MyAccount(IdentityDb db, UserManager<StaffAccount> accounts, StaffPrincipals people, IModuleCatalog catalog)
{
    internal StaffAccount Account { get; private set; } = null!;

    internal IReadOnlyList<UserPasskeyInfo> Passkeys { get; private set; } = [];

    internal IReadOnlyList<AccessToken> Tokens { get; private set; } = [];

    /// <summary>The permissions this person has, and so may give to a token, with the module that declared each.</summary>
    internal IReadOnlyList<(string Module, string Permission)> Permissions { get; private set; } = [];

    internal async Task<bool> LoadAsync(ClaimsPrincipal person)
    {
        if (await accounts.GetUserAsync(person) is not { } account) return false;
        Account = account;
        Passkeys = [.. await accounts.GetPasskeysAsync(account)];
        Tokens = await db.AccessTokens.AsNoTracking().Where(token => token.AccountId == account.Id).OrderByDescending(token => token.CreatedAt).ToListAsync();
        var rights = await people.CreateAsync(account);
        Permissions =
        [
            .. from module in catalog.Running
               from declaration in module.Declared<PermissionDeclaration>()
               where rights.Allows(declaration.Permission.Key)
               select (module.Key, declaration.Permission.Key),
        ];
        return true;
    }
}
