using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>Whoever holds a one-time link sets a passkey or a password; the first administrator also says who they are.</summary>
internal sealed record UseStaffLink(string Link, string? Name, string? Email, string? Password, string? PasswordAgain, string? Credential);

/// <summary>The result's value is where to go on.</summary>
internal sealed class UseStaffLinkHandler(
    IdentityDb db, StaffLinks links, UserManager<StaffAccount> accounts, Passkeys passkeys, StaffSignIn signIn, TimeProvider clock)
    : ICommandHandler<UseStaffLink>
{
    public async Task<Result> Handle(UseStaffLink command, CancellationToken cancel)
    {
        if (await links.FindAsync(command.Link, cancel) is not { } link) return Result.Refused("welcome.expired");
        var account = link.AccountId is { } id ? await accounts.FindByIdAsync(id.ToString()) : null;
        if (link.AccountId is not null && account is not { IsActive: true }) return Result.Refused("welcome.expired");
        if (account is null && await FirstAdministrator.ExistsAsync(db, cancel)) return Result.Refused("welcome.expired");

        var answer = string.IsNullOrEmpty(command.Credential) ? null : await passkeys.ReadAsync(command.Credential);
        if (answer is null && !string.IsNullOrEmpty(command.Credential)) return Result.Refused("welcome.passkey-failed");
        if (answer is not null && account is not null && answer.Value.AccountId != account.Id) return Result.Refused("welcome.passkey-failed");
        account ??= StaffAccount.Create(
            command.Name ?? "", command.Email ?? "", System.Globalization.CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, clock.GetUtcNow(), answer?.AccountId);
        var errors = await ErrorsAsync(command, account, link);
        if (errors.Count > 0) return Result.Invalid(errors);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        if (!await links.TakeAsync(link, cancel)) return Result.Refused("welcome.expired");
        if (link.Purpose == StaffLinkPurpose.FirstAdministrator)
        {
            Must(await accounts.CreateAsync(account));
            Must(await accounts.AddToRoleAsync(account, Roles.Administrator));
        }

        if (answer is { } made) await passkeys.KeepAsync(account, made.Passkey, "");
        else await SetPasswordAsync(account, command.Password!);
        Must(await accounts.SetLockoutEndDateAsync(account, null));
        await transaction.CommitAsync(cancel);

        // A link proves the mailbox, not the second step.
        if (account.TwoFactorEnabled) return Result.Ok("/staff/sign-in");
        await signIn.SignInAsync(account, isPersistent: false);
        return Result.Ok("/staff");
    }

    private async Task<List<FieldError>> ErrorsAsync(UseStaffLink command, StaffAccount account, StaffLink link)
    {
        var errors = new List<FieldError>();
        if (link.Purpose == StaffLinkPurpose.FirstAdministrator)
        {
            if (account.Name.Length is 0 or > 200) errors.Add(new(nameof(command.Name), FieldErrors.Required));
            if (!PersonRules.IsAddress(account.Email)) errors.Add(new(nameof(command.Email), FieldErrors.Email));
            else if (await accounts.FindByEmailAsync(account.Email!) is not null) errors.Add(new(nameof(command.Email), "person.email-taken"));
        }

        if (string.IsNullOrEmpty(command.Credential)) errors.AddRange(PersonRules.PasswordErrors(command.Password, command.PasswordAgain));
        return errors;
    }

    private async Task SetPasswordAsync(StaffAccount account, string password)
    {
        if (account.PasswordHash is not null) Must(await accounts.RemovePasswordAsync(account));
        Must(await accounts.AddPasswordAsync(account, password));
    }

    private static void Must(IdentityResult result)
    {
        if (!result.Succeeded) throw new InvalidOperationException(string.Join(" ", result.Errors.Select(error => error.Description)));
    }
}
