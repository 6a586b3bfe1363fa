using Microsoft.EntityFrameworkCore;

namespace IJJO.Platform.Identity;

internal sealed class StaffDirectory(IdentityDb db) : IStaffDirectory
{
    public async Task<IReadOnlyList<StaffMember>> WithPermissionAsync(string permission, CancellationToken cancel)
    {
        var roles = db.Roles.Where(role => role.Name == Roles.Administrator
            || db.RoleClaims.Any(claim => claim.RoleId == role.Id && claim.ClaimType == StaffRole.Permission && claim.ClaimValue == permission));
        return await db.Users.AsNoTracking()
            .Where(account => account.IsActive && db.UserRoles.Any(link => link.UserId == account.Id && roles.Any(role => role.Id == link.RoleId)))
            .OrderBy(account => account.Name)
            .Select(account => new StaffMember(account.Id, account.Name, account.Email!, account.Language))
            .ToListAsync(cancel);
    }

    public Task<StaffMember?> FindAsync(Guid id, CancellationToken cancel) => db.Users.AsNoTracking()
        .Where(account => account.Id == id)
        .Select(account => new StaffMember(account.Id, account.Name, account.Email!, account.Language))
        .FirstOrDefaultAsync(cancel);
}
