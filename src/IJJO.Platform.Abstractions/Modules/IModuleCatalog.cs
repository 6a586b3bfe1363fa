using System.Reflection;

namespace IJJO.Platform;

/// <summary>The modules of this site: those that run and those that are off, with the reason.</summary>
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
public sealed record ModuleOff(string Folder, string? Key, string? Version, string Reason);
