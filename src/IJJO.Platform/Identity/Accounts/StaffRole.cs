using Microsoft.AspNetCore.Identity;

namespace IJJO.Platform.Identity;

/// <summary>A set of permissions. Shipped roles are known by their key and translated; those of an administrator bear the name they were given.</summary>
internal sealed class StaffRole : IdentityRole<Guid>
{
    /// <summary>The claim type of a permission, on roles and on the signed-in person.</summary>
    internal const string Permission = "permission";

    public bool IsShipped { get; init; }
}

/// <summary>
/// A permission that this site has met before. Its default roles are given to it once, when it is first met: whatever an administrator
/// has changed since stays, and the permissions of a module installed later still arrive.
/// </summary>
internal sealed class KnownPermission
{
    public required string Key { get; init; }
}
