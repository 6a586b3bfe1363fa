using System.Reflection;
using IJJO.Platform.Loading;
using IJJO.Platform.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace IJJO.Platform.Architecture.Tests;

/// <summary>The modules beside the built host, loaded as the host loads them. Every rule walks this catalogue, so a new module is under the rules by being there.</summary>
internal static class Catalogue
{
    private static readonly Lazy<ModuleCatalog> Site = new(() => ModuleLoader.Load(ModulesFolder, NullLogger.Instance));
    private static readonly Lazy<ModuleInfo> BrokenModule = new(LoadBroken);

    internal static string ModulesFolder => Path.Combine(TestPlaces.HostFolder, "modules");

    internal static string BrokenFolder { get; } = Path.Combine(
        TestPlaces.Repository, "tests/fixtures/architecture/bin", Path.GetFileName(Path.GetDirectoryName(TestPlaces.HostFolder))!, Path.GetFileName(TestPlaces.HostFolder));

    internal static string BrokenAssembly => Path.Combine(BrokenFolder, "IJJO.Fixtures.Architecture.dll");

    /// <summary>Everything that runs, the platform first.</summary>
    internal static IReadOnlyList<ModuleInfo> All => Site.Value.Running;

    internal static IReadOnlyList<ModuleInfo> Modules => [.. All.Skip(1)];

    internal static IReadOnlyList<ModuleOff> Off => Site.Value.Off;

    internal static ModuleInfo Platform => All[0];

    /// <summary>The fixture that breaks every rule. It is never part of the site.</summary>
    internal static ModuleInfo Broken => BrokenModule.Value;

    internal static IReadOnlyList<string> Folders => [.. Directory.EnumerateDirectories(ModulesFolder).Order(StringComparer.Ordinal)];

    /// <summary>Our own assemblies: those of the platform beside the host, and those of the modules.</summary>
    internal static IEnumerable<string> OwnAssemblies => Directory.EnumerateFiles(TestPlaces.HostFolder, "IJJO.*.dll").Concat(ModuleAssemblies);

    internal static IEnumerable<string> ModuleAssemblies => Folders.SelectMany(folder => Directory.EnumerateFiles(folder, "IJJO.*.dll"));

    /// <summary>The assemblies whose public types a module offers to others.</summary>
    internal static IEnumerable<Assembly> ContractsOf(ModuleInfo module) => module == Platform
        ? [typeof(IModule).Assembly]
        : Folders.SelectMany(folder => Directory.EnumerateFiles(folder, module.Assembly.GetName().Name + ".Contracts.dll"))
            .Select(AssemblyName.GetAssemblyName).Select(Assembly.Load);

    private static ModuleInfo LoadBroken()
    {
        var assembly = new ModuleLoadContext("broken", BrokenFolder).LoadFromAssemblyName(new AssemblyName("IJJO.Fixtures.Architecture"));
        return Configure.Module(assembly, "broken", "Broken", "1.0.0", [], BrokenFolder).Info;
    }
}
