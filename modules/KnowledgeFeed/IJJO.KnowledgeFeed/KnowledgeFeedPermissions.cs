using IJJO.Platform;

namespace IJJO.KnowledgeFeed;

internal static class KnowledgeFeedPermissions
{
    internal const string Read = "knowledge-feed.read";
    internal const string Edit = "knowledge-feed.edit";
    internal const string Publish = "knowledge-feed.publish";

    internal static IReadOnlyList<Permission> All { get; } =
    [
        new(Read, Roles.Editor, Roles.Coordinator, Roles.Convener),
        new(Edit, Roles.Editor, Roles.Coordinator),
        new(Publish, Roles.Editor),
    ];
}
