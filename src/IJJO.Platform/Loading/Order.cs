namespace IJJO.Platform.Loading;

/// <summary>Puts modules after the modules they depend on.</summary>
internal static class Order
{
    /// <summary>The manifests in dependency order, and the reason for each that cannot be ordered.</summary>
    internal static (IReadOnlyList<ModuleManifest> Sorted, IReadOnlyList<(ModuleManifest Manifest, string Reason)> Refused) Of(
        IReadOnlyList<ModuleManifest> manifests, IReadOnlySet<string> offKeys)
    {
        var refused = new List<(ModuleManifest, string)>();
        var waiting = manifests.OrderBy(m => m.Key, StringComparer.Ordinal).ToList();

        var twins = waiting.GroupBy(m => m.Key).Where(g => g.Count() > 1).SelectMany(g => g).ToList();
        foreach (var twin in twins)
        {
            var folders = string.Join(" and ", waiting.Where(m => m.Key == twin.Key).Select(m => m.FolderName).Order());
            refused.Add((twin, $"The folders {folders} hold modules with the same key \"{twin.Key}\". Remove one of them."));
        }

        waiting.RemoveAll(twins.Contains);
        var sorted = new List<ModuleManifest>();
        while (waiting.Find(m => m.DependsOn.All(key => sorted.Exists(s => s.Key == key))) is { } next)
        {
            sorted.Add(next);
            waiting.Remove(next);
        }

        // What is left waits for something that is off or not there, or for itself in a circle.
        var off = offKeys.Concat(twins.Select(twin => twin.Key)).ToHashSet();
        foreach (var manifest in waiting)
        {
            var missing = manifest.DependsOn.Where(key => !sorted.Exists(s => s.Key == key)).ToList();
            refused.Add((manifest, Reason(manifest, missing, waiting, off)));
        }

        return (sorted, refused);
    }

    private static string Reason(ModuleManifest manifest, List<string> missing, List<ModuleManifest> waiting, IReadOnlySet<string> offKeys)
    {
        if (IsInCircle(manifest, waiting))
        {
            return $"It depends on itself through {string.Join(", ", missing)}. One of these modules must stop depending on the other: let it listen to an event instead.";
        }

        var off = missing.Where(key => offKeys.Contains(key) || waiting.Exists(w => w.Key == key)).ToList();
        return off.Count > 0
            ? $"It needs {string.Join(", ", off)}, which is off. Put that module right first."
            : $"It needs {string.Join(", ", missing)}, which is not installed. Put that module into the modules folder and restart.";
    }

    private static bool IsInCircle(ModuleManifest start, List<ModuleManifest> waiting)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(start.DependsOn);
        while (open.TryPop(out var key))
        {
            if (key == start.Key) return true;
            if (seen.Add(key) && waiting.Find(w => w.Key == key) is { } next) next.DependsOn.ToList().ForEach(open.Push);
        }

        return false;
    }
}
