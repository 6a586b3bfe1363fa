using IJJO.Platform;

namespace IJJO.WorkingGroups;

internal static class WorkingGroupsPermissions
{
    /// <summary>See groups, members as they chose to be shown, decisions and outputs.</summary>
    public const string Read = "working-groups.read";

    /// <summary>Create, charter and close any group.</summary>
    public const string Manage = "working-groups.manage";

    /// <summary>Lead the groups one is convener of, and see their members as they are.</summary>
    public const string Convene = "working-groups.convene";

    public static readonly Permission[] All =
    [
        new(Read, Roles.Coordinator, Roles.Convener, Roles.Editor),
        new(Manage, Roles.Coordinator),
        new(Convene, Roles.Coordinator, Roles.Convener),
    ];
}
