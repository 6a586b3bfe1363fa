using System.Security.Claims;

namespace IJJO.Platform.Identity;

/// <summary>What the claims of a request say about rights.</summary>
internal static class Rights
{
    /// <summary>Claim types of a participant; deliberately none that a staff account uses.</summary>
    internal const string Party = "party";
    internal const string PartyName = "party-name";
    internal const string Language = "language";

    internal static bool Allows(this ClaimsPrincipal person, string permission) =>
        person.IsInRole(Roles.Administrator) || person.HasClaim(StaffRole.Permission, permission);

    internal static Guid? StaffId(this ClaimsPrincipal person) => Id(person, ClaimTypes.NameIdentifier);

    internal static Guid? PartyId(this ClaimsPrincipal person) => Id(person, Party);

    private static Guid? Id(ClaimsPrincipal person, string type) => Guid.TryParse(person.FindFirstValue(type), out var id) ? id : null;
}
