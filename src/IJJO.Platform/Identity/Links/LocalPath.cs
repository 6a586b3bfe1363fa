namespace IJJO.Platform.Identity;

/// <summary>Guards against links that lead through this site to another one.</summary>
internal static class LocalPath
{
    /// <summary>One slash at the start, not followed by another slash or a backslash (browsers read those as another host), no control characters.</summary>
    internal static bool IsLocal(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl);

    internal static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;
}
