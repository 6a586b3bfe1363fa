using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IJJO.Platform.Identity;

/// <summary>
/// Turns an account into claims: at sign-in, and again each minute when the security stamp is checked, so that an edited role reaches those
/// who are signed in. An administrator needs no permission claims.
/// </summary>
internal sealed class StaffPrincipals(IdentityDb db, IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<StaffAccount>
{
    public async Task<ClaimsPrincipal> CreateAsync(StaffAccount user)
    {
        var roles = await db.UserRoles.Where(link => link.UserId == user.Id)
            .Join(db.Roles, link => link.RoleId, role => role.Id, (link, role) => role.Name!).ToListAsync();
        var permissions = await PermissionsOf(user.Id).ToListAsync();
        return new ClaimsPrincipal(new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, user.Id.ToString()),
                new(ClaimTypes.Name, user.Name),
                new(Rights.Language, user.Language),
                new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!),
                .. roles.Select(role => new Claim(ClaimTypes.Role, role)),
                .. permissions.Where(_ => !roles.Contains(Roles.Administrator)).Select(key => new Claim(StaffRole.Permission, key)),
            ],
            IdentityConstants.ApplicationScheme, ClaimTypes.Name, ClaimTypes.Role));
    }

    internal IQueryable<string> PermissionsOf(Guid account) =>
        (from link in db.UserRoles
         join claim in db.RoleClaims on link.RoleId equals claim.RoleId
         where link.UserId == account && claim.ClaimType == StaffRole.Permission
         select claim.ClaimValue!).Distinct();
}
