using System.Reflection;

namespace IJJO.Platform;

/// <summary>The modules of this site: those that run and those that are off, with the reason.</summary>
/// <example><code>
/// var mails = modules.Running.SelectMany(module =&gt; module.Assembly.GetManifestResourceNames());
/// var missing = modules.Off.Select(module =&gt; $"{module.Folder}: {module.Reason}");
/// </code></example>
public interface IModuleCatalog
{
    /// <summary>The platform itself first, then the running modules in dependency order.</summary>
    IReadOnlyList<ModuleInfo> Running { get; }

    /// <summary>The modules that were found and are off.</summary>
    IReadOnlyList<ModuleOff> Off { get; }
}

/// <summary>A running module.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version, from its assembly.</param>
/// <param name="Assembly">Its assembly.</param>
/// <param name="Declarations">What it declared.</param>
/// <example><code>var links = module.Declared&lt;LinkDeclaration&gt;().Where(link =&gt; link.Area == NavigationArea.Public);</code></example>
public sealed record ModuleInfo(string Key, string Name, string Version, Assembly Assembly, IReadOnlyList<ModuleDeclaration> Declarations)
{
    /// <summary>The declarations of one kind.</summary>
    /// <typeparam name="T">The kind.</typeparam>
    /// <returns>Them, in the order of declaration.</returns>
    public IEnumerable<T> Declared<T>() where T : ModuleDeclaration => Declarations.OfType<T>();
}

/// <summary>A module that was found and does not run.</summary>
/// <param name="Folder">The name of its folder.</param>
/// <param name="Key">Its key, where its manifest could be read.</param>
/// <param name="Version">Its version, where it could be read.</param>
/// <param name="Reason">A sentence that says what is wrong and what to do.</param>
/// <example><code>foreach (var off in modules.Off) log.LogWarning("{Module} is off: {Reason}", off.Key ?? off.Folder, off.Reason);</code></example>
public sealed record ModuleOff(string Folder, string? Key, string? Version, string Reason);
