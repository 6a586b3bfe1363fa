using System.Reflection;

namespace IJJO.Platform;

/// <summary>Marks an assembly as a module and names it. It is read from metadata before any code of the module runs.</summary>
/// <param name="key">
/// The stable key in kebab case, for example <c>working-groups</c>. It names the OData service (<c>/odata/working-groups</c>),
/// the static files (<c>/modules/working-groups/…</c>), the jobs and, in snake case, the database schema.
/// </param>
/// <param name="name">The name that staff read on the page of modules.</param>
/// <example><code>[assembly: Module("submissions", "Submissions")]</code></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ModuleAttribute(string key, string name) : Attribute
{
    /// <summary>The stable key in kebab case: a letter, then letters, digits and single hyphens, 40 characters at most.</summary>
    public string Key { get; } = key;

    /// <summary>The name that staff read.</summary>
    public string Name { get; } = name;

    /// <summary>The keys of the modules without which this one cannot work. Most modules need none: events need no dependency.</summary>
    public string[] DependsOn { get; init; } = [];

    /// <summary>The PostgreSQL schema of the module: its key in snake case.</summary>
    public string Schema => Key.Replace('-', '_');

    /// <summary>The attribute of a module's assembly.</summary>
    /// <param name="assembly">The module's assembly.</param>
    /// <returns>The attribute.</returns>
    /// <exception cref="InvalidOperationException">The assembly is not a module.</exception>
    public static ModuleAttribute Of(Assembly assembly) =>
        assembly.GetCustomAttribute<ModuleAttribute>()
        ?? throw new InvalidOperationException($"{assembly.GetName().Name} has no [assembly: Module(\"key\", \"Name\")].");
}
