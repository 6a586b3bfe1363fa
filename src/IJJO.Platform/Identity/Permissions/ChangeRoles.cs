using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>Says for every role but the administrator's what it may do. A grant is <c>{role}:{permission}</c>.</summary>
internal sealed record ChangeRoles(IReadOnlyList<string> Grants);

internal sealed class ChangeRolesHandler(IdentityDb db, IModuleCatalog catalog, ICurrentUser user, Audit.IAudit audit) : ICommandHandler<ChangeRoles>
{
    public async Task<Result> Handle(ChangeRoles command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        var wanted = command.Grants.ToHashSet();
        var declared = catalog.Running.SelectMany(module => module.Declared<PermissionDeclaration>()).Select(declaration => declaration.Permission.Key).ToHashSet();
        var roles = await db.Roles.Where(role => role.Name != Roles.Administrator).ToListAsync(cancel);
        var held = await db.RoleClaims.Where(claim => claim.ClaimType == StaffRole.Permission).ToListAsync(cancel);
        foreach (var role in roles)
        {
            var before = held.Where(claim => claim.RoleId == role.Id).ToList();
            var after = declared.Where(permission => wanted.Contains($"{role.Name}:{permission}")).ToHashSet();
            // Permissions of a module that is off are not on the page and stay as they are.
            db.RoleClaims.RemoveRange(before.Where(claim => declared.Contains(claim.ClaimValue!) && !after.Contains(claim.ClaimValue!)));
            db.RoleClaims.AddRange(after.Except(before.Select(claim => claim.ClaimValue!))
                .Select(permission => new IdentityRoleClaim<Guid> { RoleId = role.Id, ClaimType = StaffRole.Permission, ClaimValue = permission }));
        }

        await db.SaveChangesAsync(cancel);
        await audit.DidAsync("platform.change-roles", null, cancel);
        return Result.Ok();
    }
}

/// <summary>Adds a role that may do nothing yet.</summary>
internal sealed record AddRole(string Name);

internal sealed class AddRoleHandler(RoleManager<StaffRole> roles, ICurrentUser user, Audit.IAudit audit) : ICommandHandler<AddRole>
{
    public async Task<Result> Handle(AddRole command, CancellationToken cancel)
    {
        if (!user.Has(PlatformPermissions.Administer)) return Result.Forbidden();
        var name = command.Name.Trim();
        if (name.Length is < 2 or > 60 || name.Contains(':')) return Result.Invalid(new FieldError(nameof(command.Name), "role.name-rule"));
        if (await roles.FindByNameAsync(name) is not null) return Result.Invalid(new FieldError(nameof(command.Name), "role.taken"));
        var role = new StaffRole { Id = Guid.CreateVersion7(), Name = name };
        await roles.CreateAsync(role);
        await audit.DidAsync("platform.add-role", role.Id, cancel);
        return Result.Ok();
    }
}
