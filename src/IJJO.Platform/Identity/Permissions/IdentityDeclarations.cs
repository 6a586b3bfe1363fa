using IJJO.Platform.Jobs;

namespace IJJO.Platform.Identity;

/// <summary>What people and rights add to the platform's own declarations.</summary>
internal static class IdentityDeclarations
{
    internal static IModuleBuilder People(this IModuleBuilder module) => module
        .Permissions(PlatformPermissions.All)
        .ReferenceData<RoleSeed>()
        .SampleData<SampleStaff>()
        .Handles<PartyErased, WhenPartyErased>()
        .Job<LinkCleanup>("link-cleanup", Cron.Daily(4))
        .Job<WarnOfExpiry>("token-expiry", Cron.Daily(5))
        .StaffLink("people.title", "/staff/people", PlatformPermissions.Administer, 900)
        .StaffLink("roles.title", "/staff/roles", PlatformPermissions.Administer, 910)
        .StaffLink("organisation.title", "/staff/organisation", PlatformPermissions.Administer, 920)
        .StaffLink("Terms", "/staff/platform/Terms", PlatformPermissions.EditVocabularies, 925)
        .StaffLink("modules.title", "/staff/modules", PlatformPermissions.Administer, 930)
        .StaffLink("events.title", "/staff/events", PlatformPermissions.Administer, 940)
        .StaffLink("jobs.title", JobsRegistration.Dashboard, PlatformPermissions.Jobs, 945)
        .StaffLink("audit.title", "/staff/audit", PlatformPermissions.ReadAudit, 950);
}
