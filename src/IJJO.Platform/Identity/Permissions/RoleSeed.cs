using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

/// <summary>Makes the shipped roles and gives each new permission to its default roles, once in the life of a site.</summary>
internal sealed class RoleSeed(IdentityDb db, IModuleCatalog catalog, ILookupNormalizer normalizer) : IReferenceData
{
    internal static readonly IReadOnlyList<string> Shipped =
        [Roles.Administrator, Roles.Coordinator, Roles.Evaluator, Roles.Editor, Roles.Convener, Roles.DataProtectionOfficer];

    public async Task SeedAsync(CancellationToken cancel)
    {
        var roles = await db.Roles.ToDictionaryAsync(role => role.Name!, cancel);
        foreach (var name in Shipped.Except(roles.Keys))
        {
            roles[name] = new StaffRole { Id = Guid.CreateVersion7(), Name = name, NormalizedName = normalizer.NormalizeName(name), IsShipped = true };
            db.Roles.Add(roles[name]);
        }

        var known = await db.KnownPermissions.Select(permission => permission.Key).ToHashSetAsync(cancel);
        foreach (var permission in Declared().Where(permission => known.Add(permission.Key)))
        {
            db.KnownPermissions.Add(new KnownPermission { Key = permission.Key });
            foreach (var role in permission.DefaultRoles.Where(roles.ContainsKey))
            {
                db.RoleClaims.Add(new IdentityRoleClaim<Guid> { RoleId = roles[role].Id, ClaimType = StaffRole.Permission, ClaimValue = permission.Key });
            }
        }

        await db.SaveChangesAsync(cancel);
    }

    private IEnumerable<Permission> Declared() =>
        catalog.Running.SelectMany(module => module.Declared<PermissionDeclaration>()).Select(declaration => declaration.Permission);
}
