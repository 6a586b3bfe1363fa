using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>Makes passkeys: the browser's half is the element <c>passkey-submit</c> of the interface kit.</summary>
internal sealed class Passkeys(StaffSignIn signIn, UserManager<StaffAccount> accounts)
{
    /// <summary>What the browser needs to make a passkey for an account that exists.</summary>
    internal Task<string> CreationOptionsAsync(StaffAccount account) => CreationOptionsAsync(account.Id, account.Email!, account.Name);

    /// <summary>What the browser needs to make a passkey for an account that will have this id.</summary>
    internal Task<string> CreationOptionsAsync(Guid id, string email, string name) =>
        signIn.MakePasskeyCreationOptionsAsync(new PasskeyUserEntity { Id = id.ToString(), Name = email, DisplayName = name });

    /// <summary>Checks what the browser answered.</summary>
    internal async Task<(Guid AccountId, UserPasskeyInfo Passkey)?> ReadAsync(string credential)
    {
        try
        {
            var attestation = await signIn.PerformPasskeyAttestationAsync(credential);
            return attestation.Succeeded && Guid.TryParse(attestation.UserEntity.Id, out var id) ? (id, attestation.Passkey) : null;
        }
        catch (InvalidOperationException)
        {
            // The ceremony's own cookie is gone: it was begun more than five minutes ago, or in another browser.
            return null;
        }
    }

    internal async Task<bool> AddAsync(StaffAccount account, string? credential, string name)
    {
        if (string.IsNullOrEmpty(credential) || await ReadAsync(credential) is not { } answer || answer.AccountId != account.Id) return false;
        return await KeepAsync(account, answer.Passkey, name);
    }

    internal async Task<bool> KeepAsync(StaffAccount account, UserPasskeyInfo passkey, string name)
    {
        passkey.Name = string.IsNullOrWhiteSpace(name) ? null : name.Trim()[..Math.Min(name.Trim().Length, 100)];
        return (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;
    }
}
