using System.Text.RegularExpressions;

namespace IJJO.Platform.Loading;

/// <summary>What a manifest must satisfy by itself.</summary>
internal static partial class Check
{
    private static readonly Version Host = typeof(IModule).Assembly.GetName().Version!;

    internal static void Manifest(ModuleManifest manifest)
    {
        if (!KeyForm().IsMatch(manifest.Key) || manifest.Key.Length > 40)
        {
            throw new ModuleRefusedException(
                $"The key \"{manifest.Key}\" is not in kebab case. Use a letter, then letters, digits and single hyphens, 40 characters at most.");
        }

        if (manifest.Key == "platform")
        {
            throw new ModuleRefusedException("The key \"platform\" belongs to the platform itself. Choose another key.");
        }

        if (manifest.CompiledAgainst.Major != Host.Major)
        {
            throw new ModuleRefusedException(
                $"It was compiled against version {manifest.CompiledAgainst.ToString(3)} of the module surface; this site has {Host.ToString(3)}. "
                + $"Install a version of the module that was built for {Host.Major}.x.");
        }

        if (manifest.CompiledAgainst.Minor > Host.Minor)
        {
            throw new ModuleRefusedException(
                $"It was compiled against version {manifest.CompiledAgainst.ToString(3)} of the module surface, which is newer than this site's {Host.ToString(3)}. "
                + "Upgrade the platform or install an older version of the module.");
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$")]
    private static partial Regex KeyForm();
}
