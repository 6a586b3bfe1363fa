namespace IJJO.Platform.Testing;

/// <summary>Puts a built module into a modules folder, as an administrator does.</summary>
public static class ModuleCopy
{
    /// <summary>Copies a module.</summary>
    /// <param name="modulesFolder">The modules folder of a host.</param>
    /// <param name="module">The key of a shipped module, or the full path of a module's folder.</param>
    /// <param name="name">The name of the new folder; by default the source's.</param>
    /// <returns>The new folder.</returns>
    public static string Into(string modulesFolder, string module, string? name = null)
    {
        var source = Path.IsPathRooted(module) ? module : TestPlaces.ModuleFolder(module);
        var target = Path.Combine(modulesFolder, name ?? (Path.IsPathRooted(module) ? FixtureName(module) : module));
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return target;
    }

    // …/fixtures/modules/Good/bin/Debug/net10.0
    private static string FixtureName(string folder) => folder.Split(Path.DirectorySeparatorChar) is [.., var name, "bin", _, _] ? name : Path.GetFileName(folder);
}
