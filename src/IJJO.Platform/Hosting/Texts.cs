using IJJO.Platform.Web;

namespace IJJO.Platform;

/// <summary>The texts of a module by its key, with the platform's and the interface kit's as the fallback (field errors, common words).</summary>
internal sealed class Texts(IModuleCatalog catalog, ModuleTexts texts)
{
    private readonly IReadOnlyDictionary<string, System.Reflection.Assembly> _assemblies = catalog.Running.ToDictionary(m => m.Key, m => m.Assembly);

    /// <summary>The text in the current interface language, or <c>null</c> when neither the module nor the platform has it.</summary>
    internal string? Find(string module, string key, params object[] arguments)
    {
        foreach (var owner in new[] { module, "platform" })
        {
            if (_assemblies.TryGetValue(owner, out var assembly) && texts.Find(assembly, key, arguments) is var text && text != key) return text;
        }

        return texts.Find(typeof(ModuleTexts).Assembly, key, arguments) is var kit && kit != key ? kit : null;
    }

    /// <summary>The module's texts whose keys begin with a prefix, without it.</summary>
    internal IReadOnlyDictionary<string, string> Under(string module, string prefix) =>
        _assemblies.TryGetValue(module, out var assembly) ? texts.Under(assembly, prefix) : new Dictionary<string, string>();

    /// <summary>The text in the current interface language, or the key itself.</summary>
    internal string Get(string module, string key, params object[] arguments) => Find(module, key, arguments) ?? key;
}
