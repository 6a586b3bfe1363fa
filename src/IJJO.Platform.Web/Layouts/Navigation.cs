using System.Globalization;

namespace IJJO.Platform.Web;

/// <summary>The links that the running modules declare, in the reader's language and within their rights.</summary>
/// <param name="modules">The running modules.</param>
/// <param name="user">Who reads.</param>
/// <param name="texts">The modules' texts.</param>
/// <example><code>foreach (var link in navigation.Public(currentPath)) { … }</code></example>
public sealed class Navigation(IModuleCatalog modules, ICurrentUser user, ModuleTexts texts)
{
    // That of a link which says none.
    private const int ListOrder = 100;

    /// <summary>The links of the public site.</summary>
    /// <param name="path">The path of the page, to mark where the reader is.</param>
    /// <returns>The links in their order.</returns>
    public IReadOnlyList<NavigationLink> Public(string path) =>
        [.. from module in modules.Running
            from link in Allowed(module, NavigationArea.Public)
            orderby link.Order
            select Shown(module, link, path)];

    /// <summary>The links of the staff pages, one group per module.</summary>
    /// <param name="path">The path of the page, to mark where the reader is.</param>
    /// <returns>The groups in the order of their first link; a module without a visible link has none.</returns>
    public IReadOnlyList<NavigationGroup> Staff(string path) =>
        [.. from module in modules.Running
            let links = Allowed(module, NavigationArea.Staff).Concat(Lists(module)).OrderBy(link => link.Order).ToArray()
            where links.Length > 0
            orderby links[0].Order
            select new NavigationGroup(Title(module), [.. links.Select(link => Shown(module, link, path))])];

    // The lists of a module's entity sets stand among its own links without being declared as such.
    private IEnumerable<LinkDeclaration> Lists(ModuleInfo module) =>
        from declared in module.Declared<EntitySetDeclaration>()
        let set = declared.Set
        where set.Board.InNavigation && (set.Permission is null || user.Has(set.Permission))
        select new LinkDeclaration(NavigationArea.Staff, set.Name, $"/staff/{module.Key}/{set.Name}", ListOrder, set.Permission);

    private IEnumerable<LinkDeclaration> Allowed(ModuleInfo module, NavigationArea area) =>
        module.Declared<LinkDeclaration>().Where(link => link.Area == area && (link.Permission is null || user.Has(link.Permission)));

    // A module may translate its name under this key; without it the name of its attribute is shown.
    private string Title(ModuleInfo module) => texts.Find(module.Assembly, "module.name") is var title and not "module.name" ? title : module.Name;

    private NavigationLink Shown(ModuleInfo module, LinkDeclaration link, string path)
    {
        var target = link.Path.Replace("{lang}", CultureInfo.CurrentUICulture.TwoLetterISOLanguageName, StringComparison.Ordinal);
        return new(texts.Find(module.Assembly, link.TextKey), target, IsHere(path, target));
    }

    // Everything lies below /en and /staff: those two are "here" only themselves.
    private static bool IsHere(string path, string target) =>
        path.Equals(target, StringComparison.OrdinalIgnoreCase) || target.Trim('/').Contains('/') && path.StartsWith(target.TrimEnd('/') + "/", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A link of the navigation.</summary>
/// <param name="Text">The translated text.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="IsHere">Whether the page is at or below it.</param>
/// <example><code>@foreach (var link in Navigation.Public(path)) { &lt;a href="@link.Path" aria-current="@(link.IsHere ? "page" : null)"&gt;@link.Text&lt;/a&gt; }</code></example>
public sealed record NavigationLink(string Text, string Path, bool IsHere);

/// <summary>The links of one module.</summary>
/// <param name="Title">The module's name.</param>
/// <param name="Links">Its links.</param>
/// <example><code>@foreach (var group in Navigation.Staff(path)) { &lt;h2&gt;@group.Title&lt;/h2&gt; @foreach (var link in group.Links) { &lt;a href="@link.Path"&gt;@link.Text&lt;/a&gt; } }</code></example>
public sealed record NavigationGroup(string Title, IReadOnlyList<NavigationLink> Links);
