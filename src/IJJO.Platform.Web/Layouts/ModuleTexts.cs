using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace IJJO.Platform.Web;

/// <summary>
/// The texts of modules by their assembly. <c>IStringLocalizerFactory.Create(name, location)</c> loads by name into the default context and so finds
/// no module; a resource manager over the assembly does. Looks in <c>Resources/Text.resx</c> of the project.
/// </summary>
/// <example><code>texts.Find(module.Assembly, "navigation.collaborate")</code></example>
public sealed class ModuleTexts
{
    private readonly ConcurrentDictionary<Assembly, ResourceManager> managers = new();

    /// <summary>A text in the reader's language.</summary>
    /// <param name="assembly">The module's assembly.</param>
    /// <param name="key">The key.</param>
    /// <param name="arguments">What fills its placeholders.</param>
    /// <returns>The text; the key itself where there is none, so that a gap is seen and nothing breaks.</returns>
    public string Find(Assembly assembly, string key, params object[] arguments)
    {
        try
        {
            if (Manager(assembly).GetString(key, CultureInfo.CurrentUICulture) is not { } text) return key;
            // Sentences of the timeline have named placeholders, which are not ours to fill.
            return arguments.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, arguments);
        }
        catch (MissingManifestResourceException)
        {
            return key;
        }
    }

    /// <summary>The texts whose keys begin alike, in the reader's language: the names of the values of a state, for example.</summary>
    /// <param name="assembly">The module's assembly.</param>
    /// <param name="prefix">How the keys begin.</param>
    /// <returns>The texts by the rest of their keys.</returns>
    /// <example><code>texts.Under(module.Assembly, "Proposals.State.")["received"]</code></example>
    public IReadOnlyDictionary<string, string> Under(Assembly assembly, string prefix)
    {
        // Every language has every key; where the reader's language is none of the site's, the neutral set is found.
        var set = Manager(assembly).GetResourceSet(CultureInfo.CurrentUICulture, createIfNotExists: true, tryParents: true);
        return set?.Cast<DictionaryEntry>()
            .Where(text => ((string)text.Key).StartsWith(prefix, StringComparison.Ordinal) && text.Value is string)
            .ToDictionary(text => ((string)text.Key)[prefix.Length..], text => (string)text.Value!) ?? [];
    }

    private ResourceManager Manager(Assembly assembly) =>
        managers.GetOrAdd(assembly, static found => new ResourceManager($"{found.GetName().Name}.Resources.Text", found));
}
