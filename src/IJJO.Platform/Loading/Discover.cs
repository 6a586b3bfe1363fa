namespace IJJO.Platform.Loading;

/// <summary>Finds the module folders.</summary>
internal static class Discover
{
    /// <summary>The canonical paths of the folders below the modules folder, by name.</summary>
    internal static IReadOnlyList<string> Folders(string modulesFolder) =>
        Directory.Exists(modulesFolder)
            ? [.. Directory.EnumerateDirectories(modulesFolder).Select(Path.GetFullPath).Order(StringComparer.Ordinal)]
            : [];

    /// <summary>Refuses a folder that is a link to somewhere else.</summary>
    internal static string Canonical(string modulesFolder, string folder)
    {
        var target = Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;
        return Path.GetFullPath(target).StartsWith(Path.GetFullPath(modulesFolder) + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            ? Path.GetFullPath(target)
            : throw new ModuleRefusedException("The folder leads out of the modules folder. Copy the module into it instead of linking to it.");
    }
}
