using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>Makes an account and a link by which the person sets a passkey or password. The link is mailed and shown once.</summary>
internal sealed record InvitePerson(string Name, string Email, string Language, IReadOnlyList<string> Roles);

/// <summary>The result's value is <see cref="Invited"/>.</summary>
internal sealed class InvitePersonHandler(
    UserManager<StaffAccount> accounts, RoleManager<StaffRole> roles, ISite site, MakeSignInLinkHandler invite, ICurrentUser user, Audit.IAudit audit, TimeProvider clock)
    : ICommandHandler<InvitePerson>
{
    public async Task<Result> Handle(InvitePerson command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        var errors = new List<FieldError>();
        if (command.Name.Trim().Length is 0 or > 200) errors.Add(new(nameof(command.Name), FieldErrors.Required));
        if (!PersonRules.IsAddress(command.Email)) errors.Add(new(nameof(command.Email), FieldErrors.Email));
        else if (await accounts.FindByEmailAsync(command.Email) is not null) errors.Add(new(nameof(command.Email), "person.email-taken"));
        if (!site.Languages.Contains(command.Language)) errors.Add(new(nameof(command.Language), FieldErrors.Choice));
        foreach (var role in command.Roles)
        {
            if (await roles.FindByNameAsync(role) is null) errors.Add(new(nameof(command.Roles), FieldErrors.Choice));
        }

        if (errors.Count > 0) return Result.Invalid(errors);
        var account = StaffAccount.Create(command.Name, command.Email, command.Language, clock.GetUtcNow());
        var made = await accounts.CreateAsync(account);
        if (made.Succeeded) made = await accounts.AddToRolesAsync(account, command.Roles);
        if (!made.Succeeded) return Result.Refused("person.not-made");
        await audit.DidAsync("platform.invite-person", account.Id, cancel);
        return await invite.Handle(new MakeSignInLink(account.Id), cancel);
    }
}

/// <summary>What an invitation produced.</summary>
internal sealed record Invited(Guid AccountId, Uri Link);
