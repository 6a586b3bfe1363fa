using System.Reflection;

namespace IJJO.Platform;

/// <summary>Where the pages are.</summary>
internal static class PageAssembliesOfCatalog
{
    /// <summary>The platform's assembly and those of the modules that declared pages.</summary>
    internal static IEnumerable<Assembly> PageAssemblies(this IModuleCatalog catalog) =>
        catalog.Running.Where(m => m.Declared<PagesDeclaration>().Any()).Select(m => m.Assembly);
}
