using System.Reflection;
using System.Runtime.Loader;

namespace IJJO.Platform.Loading;

/// <summary>
/// One module's assemblies. The host's assemblies win for every name that the host has: with a private copy of EF Core, say, the module's
/// context would not be a <c>DbContext</c> to us. A load context separates versions; it is not a sandbox.
/// </summary>
internal sealed class ModuleLoadContext(string key, string folder) : AssemblyLoadContext(key, isCollectible: false)
{
    private static readonly HashSet<string> HostNames =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => Path.GetFileNameWithoutExtension(path)!),
    ];

    protected override Assembly? Load(AssemblyName name)
    {
        if (name.CultureName is { Length: > 0 } culture)
        {
            var satellite = Path.Combine(folder, culture, name.Name + ".dll");
            return File.Exists(satellite) ? LoadFromAssemblyPath(satellite) : null;
        }

        // Null lets the default context answer, or fail when the host's version is too old: never a private copy of a shared name.
        if (HostNames.Contains(name.Name!) || Default.Assemblies.Any(a => a.GetName().Name == name.Name)) return null;

        var path = Path.Combine(folder, name.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
