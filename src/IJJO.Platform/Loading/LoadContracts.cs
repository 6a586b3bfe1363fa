using System.Reflection;
using System.Runtime.Loader;

namespace IJJO.Platform.Loading;

/// <summary>Loads every <c>*.Contracts</c> assembly into the default context, so that publisher and consumers share its types.</summary>
internal static class LoadContracts
{
    internal static void Of(IEnumerable<ModuleManifest> manifests)
    {
        var loaded = AssemblyLoadContext.Default.Assemblies.Select(a => a.GetName().Name).ToHashSet();
        var newest = manifests
            .SelectMany(manifest => Directory.EnumerateFiles(manifest.Folder, "*.Contracts.dll"))
            .Select(path => (Path: path, Name: AssemblyName.GetAssemblyName(path)))
            .Where(contract => !loaded.Contains(contract.Name.Name))
            .GroupBy(contract => contract.Name.Name)
            .Select(copies => copies.OrderByDescending(copy => copy.Name.Version).First());
        foreach (var contract in newest) AssemblyLoadContext.Default.LoadFromAssemblyPath(contract.Path);
    }
}
