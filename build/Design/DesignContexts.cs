using System.Reflection;
using IJJO.Platform;
using Microsoft.EntityFrameworkCore;

/// <summary>Every context of the platform and the modules, found in the assemblies beside this one.</summary>
internal static class DesignContexts
{
    internal static IReadOnlyList<Type> All { get; } =
    [
        .. Directory.EnumerateFiles(AppContext.BaseDirectory, "IJJO.*.dll").Select(Path.GetFileNameWithoutExtension)
            .Select(name => Assembly.Load(name!))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(DbContext))),
    ];

    /// <summary>Modules and the platform keep their history in their own schema; a context without a module has a schema named after itself.</summary>
    internal static string SchemaOf(Type context) => context.IsAssignableTo(typeof(ModuleDbContext))
        ? ModuleAttribute.Of(context.Assembly).Schema
        : context.Name.Replace("Db", "", StringComparison.Ordinal).ToLowerInvariant();
}
