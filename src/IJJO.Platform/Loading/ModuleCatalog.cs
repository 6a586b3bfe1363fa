namespace IJJO.Platform.Loading;

/// <summary>The outcome of loading. It is complete before the host is built and does not change afterwards.</summary>
internal sealed class ModuleCatalog : IModuleCatalog
{
    private readonly List<LoadedModule> _running = [];
    private readonly List<ModuleOff> _off = [];

    public IReadOnlyList<ModuleInfo> Running => [.. _running.Select(m => m.Info)];

    public IReadOnlyList<ModuleOff> Off => _off;

    internal IReadOnlyList<LoadedModule> Loaded => _running;

    internal void Add(LoadedModule module) => _running.Add(module);

    internal void AddOff(ModuleOff off) => _off.Add(off);

    /// <summary>Turns a loaded module off, and with it every module that depends on it.</summary>
    internal void TurnOff(string key, string reason)
    {
        var module = _running.Find(m => m.Info.Key == key);
        if (module is null) return;
        _running.Remove(module);
        _off.Add(new ModuleOff(Path.GetFileName(module.Folder), key, module.Info.Version, reason));
        foreach (var dependant in _running.Where(m => m.DependsOn.Contains(key)).ToList())
        {
            TurnOff(dependant.Info.Key, $"It needs {key}, which is off. Put that module right first.");
        }
    }
}
