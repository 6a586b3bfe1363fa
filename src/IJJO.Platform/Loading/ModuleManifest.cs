namespace IJJO.Platform.Loading;

/// <summary>What a module's assembly says of itself, read from metadata before any of its code runs.</summary>
/// <param name="Folder">The canonical path of the module's folder.</param>
/// <param name="AssemblyPath">The canonical path of the module's assembly.</param>
/// <param name="Key">The key of its <see cref="ModuleAttribute"/>.</param>
/// <param name="Name">The name of its <see cref="ModuleAttribute"/>.</param>
/// <param name="Version">Its own version.</param>
/// <param name="DependsOn">The keys of the modules it cannot work without.</param>
/// <param name="CompiledAgainst">The version of the surface that it was compiled against.</param>
internal sealed record ModuleManifest(
    string Folder, string AssemblyPath, string Key, string Name, string Version, IReadOnlyList<string> DependsOn, Version CompiledAgainst)
{
    internal string FolderName => Path.GetFileName(Folder);
}

/// <summary>A refusal that becomes the reason on the page of modules. The message says what is wrong and what to do.</summary>
internal sealed class ModuleRefusedException(string reason) : Exception(reason);
