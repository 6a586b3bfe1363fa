using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IJJO.Platform.Identity;

/// <summary>
/// Signs staff in. Whatever is wrong (no such account, no password, a wrong one, locked, left), the answer is the same and costs the same:
/// the slow hash is computed in every case.
/// </summary>
internal sealed class StaffSignIn(
    UserManager<StaffAccount> accounts, IHttpContextAccessor http, IUserClaimsPrincipalFactory<StaffAccount> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<StaffAccount>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<StaffAccount> confirmation, NobodysPassword nobody)
    : SignInManager<StaffAccount>(accounts, http, claims, options, log, schemes, confirmation)
{
    /// <summary>Checks address and password; on success signs in or asks for the code of the second step.</summary>
    internal async Task<SignInResult> WithPasswordAsync(string email, string password)
    {
        var account = await UserManager.FindByEmailAsync(email);
        var hash = account?.PasswordHash ?? nobody.Hash;
        var verified = UserManager.PasswordHasher.VerifyHashedPassword(account ?? nobody.Account, hash, password);
        if (account?.PasswordHash is null || !await MayEnterAsync(account)) return SignInResult.Failed;
        if (verified == PasswordVerificationResult.Failed)
        {
            await UserManager.AccessFailedAsync(account);
            return SignInResult.Failed;
        }

        var result = await SignInOrTwoFactorAsync(account, isPersistent: false);
        if (result.Succeeded) await UserManager.ResetAccessFailedCountAsync(account);
        return result;
    }

    /// <summary>Checks a passkey. It proves possession and the person's presence at once, so no second step follows.</summary>
    internal async Task<bool> WithPasskeyAsync(string? credential)
    {
        if (string.IsNullOrEmpty(credential)) return false;
        PasskeyAssertionResult<StaffAccount> assertion;
        try
        {
            assertion = await PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The ceremony's own cookie is gone: it was begun more than five minutes ago, or in another browser.
            return false;
        }

        if (!assertion.Succeeded || !await MayEnterAsync(assertion.User)) return false;
        var kept = await UserManager.AddOrUpdatePasskeyAsync(assertion.User, assertion.Passkey);
        return kept.Succeeded && (await SignInOrTwoFactorAsync(assertion.User, isPersistent: false, bypassTwoFactor: true)).Succeeded;
    }

    /// <summary>Every way in ends here.</summary>
    public override Task SignInWithClaimsAsync(StaffAccount user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        Languages.Remember(Context, user.Language);
        return base.SignInWithClaimsAsync(user, authenticationProperties, additionalClaims);
    }

    private async Task<bool> MayEnterAsync(StaffAccount account) => await CanSignInAsync(account) && !await UserManager.IsLockedOutAsync(account);
}
