using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace IJJO.Platform.Loading;

/// <summary>Loads a module's assembly, runs its <see cref="IModule.Configure"/> and registers its handlers of commands and questions.</summary>
internal static class Configure
{
    private static readonly Type[] Handlers = [typeof(ICommandHandler<>), typeof(IQueryHandler<,>), typeof(IRowsHandler<,>)];

    internal static LoadedModule Module(ModuleManifest manifest)
    {
        // By name, not by path: a module that the host itself references (as a test does) is the host's, like every shared name.
        var context = new ModuleLoadContext(manifest.Key, manifest.Folder);
        var assembly = context.LoadFromAssemblyName(AssemblyName.GetAssemblyName(manifest.AssemblyPath));
        return Module(assembly, manifest.Key, manifest.Name, manifest.Version, manifest.DependsOn, manifest.Folder);
    }

    internal static LoadedModule Module(
        Assembly assembly, string key, string name, string version, IReadOnlyList<string> dependsOn, string folder)
    {
        var types = assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && t.IsAssignableTo(typeof(IModule))).ToList();
        if (types is not [var type])
        {
            throw new ModuleRefusedException($"It has {types.Count} classes that implement IModule. A module has exactly one.");
        }

        var builder = new ModuleBuilder(key, assembly);
        ((IModule)Activator.CreateInstance(type)!).Configure(builder);
        CheckPermissions(key, builder);
        builder.Services.Scan(scan => scan.FromAssemblies(assembly)
            .AddClasses(classes => classes.AssignableToAny(Handlers), publicOnly: false)
            .AsImplementedInterfaces(i => i.IsGenericType && Handlers.Contains(i.GetGenericTypeDefinition()))
            .WithScopedLifetime());
        return new LoadedModule(new ModuleInfo(key, name, version, assembly, builder.Declarations), dependsOn, folder, builder.Services);
    }

    private static void CheckPermissions(string key, ModuleBuilder builder)
    {
        var foreign = builder.Declarations.OfType<PermissionDeclaration>().FirstOrDefault(p => !p.Permission.Key.StartsWith(key + ".", StringComparison.Ordinal));
        if (foreign is not null)
        {
            throw new ModuleRefusedException($"Its permission \"{foreign.Permission.Key}\" does not start with \"{key}.\". Rename the permission.");
        }
    }
}
