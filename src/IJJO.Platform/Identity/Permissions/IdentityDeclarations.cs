namespace IJJO.Platform.Identity;

/// <summary>What people and rights add to the platform's own declarations.</summary>
internal static class IdentityDeclarations
{
    internal static IModuleBuilder People(this IModuleBuilder module) => module
        .Permissions(PlatformPermissions.All)
        .ReferenceData<RoleSeed>()
        .SampleData<SampleStaff>();
}
