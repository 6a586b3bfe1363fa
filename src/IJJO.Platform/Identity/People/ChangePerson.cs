using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>Changes somebody's name, language, roles, and whether they may come in.</summary>
internal sealed record ChangePerson(Guid AccountId, string Name, string Language, bool IsActive, IReadOnlyList<string> Roles);

internal sealed class ChangePersonHandler(
    UserManager<StaffAccount> accounts, IdentityDb db, ISite site, ICurrentUser user, Audit.IAudit audit) : ICommandHandler<ChangePerson>
{
    public async Task<Result> Handle(ChangePerson command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        if (await accounts.FindByIdAsync(command.AccountId.ToString()) is not { } account) return Result.NotFound();
        if (command.Name.Trim().Length is 0 or > 200) return Result.Invalid(new FieldError(nameof(command.Name), FieldErrors.Required));
        if (!site.Languages.Contains(command.Language)) return Result.Invalid(new FieldError(nameof(command.Language), FieldErrors.Choice));
        var known = await db.Roles.Select(role => role.Name!).ToListAsync(cancel);
        if (command.Roles.Except(known).Any()) return Result.Invalid(new FieldError(nameof(command.Roles), FieldErrors.Choice));

        var stays = command.IsActive && command.Roles.Contains(Platform.Roles.Administrator);
        if (!stays && await IsLastAdministratorAsync(account, cancel)) return Result.Refused("person.last-administrator");

        account.Name = command.Name.Trim();
        account.Language = command.Language;
        account.IsActive = command.IsActive;
        var roles = await accounts.GetRolesAsync(account);
        await accounts.RemoveFromRolesAsync(account, roles.Except(command.Roles));
        await accounts.AddToRolesAsync(account, command.Roles.Except(roles));
        await accounts.UpdateAsync(account);
        // Open sessions are asked again within a minute; those of somebody who may no longer come in end then.
        if (!command.IsActive) await accounts.UpdateSecurityStampAsync(account);
        await audit.DidAsync(command.IsActive ? "platform.change-person" : "platform.deactivate-person", account.Id, cancel);
        return Result.Ok();
    }

    private async Task<bool> IsLastAdministratorAsync(StaffAccount account, CancellationToken cancel)
    {
        var administrators = await accounts.GetUsersInRoleAsync(Platform.Roles.Administrator);
        return administrators.Any(other => other.Id == account.Id) && !administrators.Any(other => other.Id != account.Id && other.IsActive);
    }
}
