using IJJO.Platform;

namespace IJJO.Submissions;

/// <summary>Who may see senders and their proposals. Evaluators may not: they meet a proposal without its sender.</summary>
internal static class SubmissionsPermissions
{
    public const string Read = "submissions.read";
    public const string Edit = "submissions.edit";

    public static readonly IReadOnlyList<Permission> All =
    [
        new(Read, Roles.Coordinator, Roles.DataProtectionOfficer),
        new(Edit, Roles.Coordinator),
    ];
}
