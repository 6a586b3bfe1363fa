using Microsoft.Extensions.Logging;

namespace IJJO.Platform.Loading;

/// <summary>Discover → read the manifest → check → order → load contracts → load → configure → report. A module that fails a step is off with the reason; the site runs.</summary>
internal static class ModuleLoader
{
    internal static ModuleCatalog Load(string modulesFolder, ILogger log)
    {
        var catalog = new ModuleCatalog();
        var platform = typeof(ModuleLoader).Assembly;
        catalog.Add(Configure.Module(platform, "platform", "Platform", platform.GetName().Version!.ToString(3), [], ""));

        var manifests = new List<ModuleManifest>();
        foreach (var folder in Discover.Folders(modulesFolder))
        {
            ModuleManifest? manifest = null;
            Try(Path.GetFileName(folder), () => manifest, () =>
            {
                manifest = ReadManifest.From(Discover.Canonical(modulesFolder, folder));
                Check.Manifest(manifest);
                manifests.Add(manifest);
            });
        }

        var offKeys = catalog.Off.Select(off => off.Key).OfType<string>().ToHashSet();
        var (sorted, refused) = Order.Of(manifests, offKeys);
        foreach (var (manifest, reason) in refused) Off(manifest.FolderName, manifest, reason);

        LoadContracts.Of(sorted);
        foreach (var manifest in sorted)
        {
            var missing = manifest.DependsOn.FirstOrDefault(key => catalog.Running.All(m => m.Key != key));
            if (missing is not null) Off(manifest.FolderName, manifest, $"It needs {missing}, which is off. Put that module right first.");
            else Try(manifest.FolderName, () => manifest, () => catalog.Add(Configure.Module(manifest)));
        }

        return catalog;

        void Try(string folder, Func<ModuleManifest?> manifest, Action step)
        {
            try
            {
                step();
            }
            catch (ModuleRefusedException refusal)
            {
                Off(folder, manifest(), refusal.Message);
            }
            catch (Exception bug)
            {
                // Whatever a module's own code throws must not take the site down.
                var cause = bug is System.Reflection.TargetInvocationException { InnerException: { } inner } ? inner : bug;
                log.LogError(cause, "Module {Folder} failed while it was loaded", folder);
                Off(folder, manifest(), $"It failed while it was loaded: {cause.Message} Ask its author, or install another version.");
            }
        }

        void Off(string folder, ModuleManifest? manifest, string reason)
        {
            log.LogWarning("Module {Folder} is off: {Reason}", folder, reason);
            catalog.AddOff(new ModuleOff(folder, manifest?.Key, manifest?.Version, reason));
        }
    }
}
